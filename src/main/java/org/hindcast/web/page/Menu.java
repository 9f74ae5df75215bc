package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.security.SignedIn;
import org.hindcast.web.admin.Screens;
import org.hindcast.web.component.Label;
import org.hindcast.web.component.Links.Link;

/** The rail: the rooms, and what this reader may administer. */
@Named
@RequestScoped
public class Menu {

    /** Pages that belong to a room and are not called as its records are. */
    private static final Map<String, List<String>> MORE =
            Map.of("projects", List.of("/member"), "models", List.of("/version", "/prediction", "/upload"));

    @Inject
    private HttpServletRequest request;

    @Inject
    private Label label;

    @Inject
    private SignedIn me;

    @Inject
    private Screens screens;

    private List<Link> rooms;
    private List<Link> administration;

    public List<Link> getRooms() {
        if (rooms == null) {
            rooms = new ArrayList<>(List.of(item("home", "/", "home", List.of())));
            for (String room : List.of("projects", "datasets", "models", "people")) {
                rooms.add(item(room, "/" + room, room, MORE.getOrDefault(room, List.of())));
            }
        }
        return rooms;
    }

    /** The screens that this reader may see; none for who administers nothing. */
    public List<Link> getAdministration() {
        if (administration == null) {
            administration = screens.all().stream()
                    .filter(screen -> me.can(screen.permission()))
                    .map(screen -> item(screen.room(), "/admin/" + screen.room(), screen.icon(), List.of()))
                    .toList();
        }
        return administration;
    }

    private Link item(String room, String path, String icon, List<String> more) {
        String here = request.getRequestURI().substring(request.getContextPath().length());
        String record = path.endsWith("s") ? path.substring(0, path.length() - 1) : path;
        boolean current = here.equals(path)
                || path.length() > 1 && here.startsWith(record)
                || more.stream().anyMatch(here::startsWith);
        return new Link(label.room(room), path, icon, current);
    }
}
