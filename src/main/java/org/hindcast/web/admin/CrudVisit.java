package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Conflict;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.Query;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Column;
import org.hindcast.web.component.ErrorHandler;
import org.hindcast.web.component.LazyTable;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Once;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** What every CRUD screen needs of the visit: who it is, their zone, ways on, and a report of many acts. */
@RequestScoped
class CrudVisit {

    private static final int TOLD = 5;
    private static final int LONGEST = 120;

    @Inject
    private SignedIn me;

    @Inject
    private Notes notes;

    @Inject
    private Frame frame;

    @Inject
    private Once once;

    @Inject
    private HttpServletRequest request;

    @Inject
    private WayBack wayBack;

    boolean can(String permission) {
        return me.can(permission);
    }

    Actor actor() {
        return me.actor();
    }

    Actor require(String permission) {
        return me.require(permission);
    }

    ZoneId zone() {
        return frame.getZone();
    }

    String path(String path) {
        return request.getContextPath() + path;
    }

    /** Which permission an act on many records takes. */
    static String neededFor(String act) {
        return "delete".equals(act) ? "delete" : "edit";
    }

    /** The version that the editor saw; after a conflict the one that stands now. */
    int version(Asked asked, BaseEntity record) {
        Conflict conflict = (Conflict) external().getRequestMap().get(ErrorHandler.CONFLICT);
        int seen = asked.has("version") ? asked.number("version") : record.getVersion();
        return conflict == null ? seen : conflict.stored();
    }

    /** What a form asks for, once however often it is sent. */
    void once(Runnable act) {
        once.run(act);
    }

    /** Where whoever saved goes on: a record that was edited, back to where that began. */
    String after(CrudPage<?> page, String otherwise) {
        return "edit".equals(page.getMode()) ? wayBack.fromOr(page, otherwise) : otherwise;
    }

    /** Where whoever deleted a record goes on. */
    String home(CrudPage<?> page) {
        return wayBack.listOrHome(page);
    }

    /** Reads a page of a list; whoever asks beyond the last one, which may just have been emptied, is led to that. */
    void read(LazyTable table) {
        boolean beyond = table.isNone() && table.getPage() > 1 && table.getTotal() > 0;
        if (beyond) {
            go(table.getAddress().with("page", table.getPages()).toString());
        }
    }

    void go(String address) {
        Redirect.to(address);
    }

    void go(String address, String key, Object about) {
        notes.success(key, about);
        Redirect.to(address);
    }

    /** The records of these numbers with the field that names them. */
    List<Map<String, Object>> chosen(CrudService<?> service, List<Integer> ids, Column name) {
        Query.Filter these = new Query.Filter("id", Query.Test.ONE_OF, ids);
        return ids.isEmpty()
                ? List.of()
                : service.rows(Query.of(ids.size(), name.getField()).and(these));
    }

    /** Does it with each, and tells how many were done, and of the others which and why not. */
    void each(String act, List<Integer> ids, List<Map<String, Object>> named, IntConsumer one) {
        Map<Object, Object> names = named.stream().collect(Collectors.toMap(row -> row.get("id"), CrudVisit::name));
        List<String> refusals = new ArrayList<>();
        for (int id : ids) {
            String refusal = refusal(one, id);
            if (refusal != null) {
                refusals.add(names.getOrDefault(id, id) + ": " + refusal);
            }
        }
        if (refusals.size() < ids.size()) {
            notes.success("crud.bulk.done." + act, ids.size() - refusals.size());
        }
        if (!refusals.isEmpty()) {
            tell(refusals);
        }
    }

    /** What stands in a row besides its number. */
    private static Object name(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("id") && entry.getValue() != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(row.get("id"));
    }

    /** The first of them, each cut to what a cookie can carry. */
    private void tell(List<String> refusals) {
        Object[] arguments = new Object[TOLD + 1];
        Arrays.fill(arguments, " ");
        arguments[0] = refusals.size();
        for (int i = 0; i < Math.min(TOLD, refusals.size()); i++) {
            String refusal = refusals.get(i);
            arguments[i + 1] = refusal.length() > LONGEST ? refusal.substring(0, LONGEST - 1) + "…" : refusal;
        }
        notes.warning("crud.bulk.refused", arguments);
    }

    /** Why it was refused, null when it was done. A refusal of one is no failure of all. */
    private String refusal(IntConsumer act, int id) {
        try {
            act.accept(id);
            return null;
        } catch (Refusal refusal) {
            return Words.of(FacesContext.getCurrentInstance()).get(refusal);
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
