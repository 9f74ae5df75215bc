package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** After a post, elsewhere by GET: so a reload repeats nothing. */
public final class Redirect {

    private Redirect() {}

    /** @param address on this site; relative, so that no client's Host header can choose where it leads */
    public static void to(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        faces.responseComplete();
    }
}
