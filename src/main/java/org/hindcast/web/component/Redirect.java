package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** After a post, elsewhere by GET: so a reload repeats nothing. */
public final class Redirect {

    private Redirect() {}

    /** Where the answer leads that is being made, null when it does not lead away. */
    static String address() {
        return response().getHeader("Location");
    }

    /** @param address on this site; relative, so that no client's Host header can choose where it leads */
    public static void to(String address) {
        HttpServletResponse response = response();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
