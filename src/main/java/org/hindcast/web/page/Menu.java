package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hindcast.web.component.Words;

/** The rail: the rooms, and what this reader may administer. */
@Named
@RequestScoped
public class Menu {

    @Inject
    private HttpServletRequest request;

    private List<Item> rooms;

    public List<Item> getRooms() {
        if (rooms == null) {
            rooms = List.of(item("home", "/", "home"), item("models", "/models", "models"));
        }
        return rooms;
    }

    public List<Item> getAdministration() {
        return List.of();
    }

    private Item item(String name, String path, String icon) {
        String here = request.getRequestURI().substring(request.getContextPath().length());
        String label = Words.of(FacesContext.getCurrentInstance()).get("menu." + name);
        return new Item(label, path, icon, here.equals(path) || path.length() > 1 && here.startsWith(path));
    }

    /** A line of the rail. */
    public static final class Item {
        private final String label;
        private final String path;
        private final String icon;
        private final boolean current;

        Item(String label, String path, String icon, boolean current) {
            this.label = label;
            this.path = path;
            this.icon = icon;
            this.current = current;
        }

        public String getLabel() {
            return label;
        }

        public String getPath() {
            return path;
        }

        public String getIcon() {
            return icon;
        }

        public boolean isCurrent() {
            return current;
        }
    }
}
