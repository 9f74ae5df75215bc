package org.hindcast.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The screens of administration: whatever CRUD page there is, and the schema. Nobody lists them by hand. */
@ApplicationScoped
public class Screens {

    private static final int LAST = 1000;

    @Inject
    @Any
    private Instance<CrudPage<?>> pages;

    private volatile List<Screen> all;

    /** In the order of the menu. */
    public List<Screen> all() {
        if (all == null) {
            List<Screen> found = new ArrayList<>(List.of(new Screen("schema", "schema", LAST, "schema.read")));
            pages.stream()
                    .filter(CrudPage::isAdministration)
                    .forEach(page ->
                            found.add(new Screen(page.getRoom(), page.getIcon(), page.getRank(), page.getNeeded())));
            found.sort(Comparator.comparingInt(Screen::rank).thenComparing(Screen::room));
            all = List.copyOf(found);
        }
        return all;
    }

    /** The page of a room, of two the one for everybody; empty when it has none. */
    Optional<CrudPage<?>> find(String room) {
        Stream<CrudPage<?>> theirs =
                pages.stream().filter(page -> page.getRoom().equals(room));
        return theirs.min(Comparator.comparing(CrudPage::isAdministration));
    }

    /**
     * @param room by which address and words are known
     * @param permission without which nobody sees it
     */
    public record Screen(String room, String icon, int rank, String permission) {}
}
