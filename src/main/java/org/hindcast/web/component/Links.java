package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/** Lines of a menu, {@code <hc:links/>}. In Java, because every page has them. Attribute: {@code value}, a list of {@link Link}. */
@FacesComponent("hindcast.Links")
public class Links extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        String root = faces.getExternalContext().getRequestContextPath();
        for (Object item : (List<?>) get("value")) {
            Link link = (Link) item;
            html.open("li").open("a", "href", root + link.path(), "aria-current", link.current() ? "page" : null);
            html.icon(link.icon()).text(" " + link.label()).close("a").close("li");
        }
    }

    /**
     * A line.
     *
     * @param path that it leads to, on this site
     * @param icon of the sprite
     * @param current whether the page that is shown lies there
     */
    public record Link(String label, String path, String icon, boolean current) {}
}
