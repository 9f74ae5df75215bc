package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hindcast.security.LocalPath;
import org.hindcast.web.component.Asked;

/**
 * Where somebody came from to a record or its form, so that they end there again: at the list as it was filtered, sorted and
 * turned, or at the record's own page. The browser tells it, forms carry it on as {@code back}. Only pages of the same room count.
 */
@Named
@RequestScoped
public class WayBack {

    private static final String FIELD = "back";
    private static final int LONGEST = 2_000;
    private static final Pattern RECORD = Pattern.compile("[?&]id=");
    private static final Pattern FORM = Pattern.compile("[?&]do=");

    /** Nothing is tried twice: else a long address takes more stack than there is. */
    private static final Pattern BEHIND = Pattern.compile("[?&]" + FIELD + "=((?:[\\w.*+,-]++|%[0-9A-Fa-f]{2})++)");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Asked asked;

    /** The page from which this one was opened, empty when it is not known. */
    public String from(CrudPage<?> page) {
        if (asked.has(FIELD)) {
            return within(page, asked.get(FIELD));
        }
        return within(page, request.getMethod().equals("GET") ? LocalPath.cameFrom(request) : null);
    }

    /** That page, or else the one where the record is looked at. */
    String fromOr(CrudPage<?> page, String otherwise) {
        String from = from(page);
        return from.isEmpty() ? otherwise : from;
    }

    /** That page, or else where this page's record is looked at. */
    public String fromOrRecord(CrudPage<?> page) {
        return fromOr(page, page.getOpenPath() + "?id=" + page.getRecord().getId());
    }

    /** The list of the room, as it was when it was left. */
    public String list(CrudPage<?> page) {
        return listOr(page, page.getPath());
    }

    /** The same, or where somebody goes on who came from no list. */
    public String listOrHome(CrudPage<?> page) {
        return listOr(page, page.getHome());
    }

    /** For the links of a record's page to itself: how it keeps the list in mind; empty when there is nothing to keep. */
    public String tail(CrudPage<?> page) {
        String list = known(page);
        return list.isEmpty() ? "" : "&" + FIELD + "=" + encoded(list);
    }

    /** For the links of a record's page to its forms: how they come back to it; empty when the browser tells enough. */
    public String here(CrudPage<?> page) {
        String tail = tail(page);
        String here = page.getPath() + "?id=" + page.getRecord().getId() + tail;
        return tail.isEmpty() ? "" : "&" + FIELD + "=" + encoded(here);
    }

    private String listOr(CrudPage<?> page, String otherwise) {
        String list = known(page);
        return list.isEmpty() ? otherwise : list;
    }

    private String known(CrudPage<?> page) {
        String from = from(page);
        String list = RECORD.matcher(from).find() ? within(page, behind(from)) : from;
        return RECORD.matcher(list).find() ? "" : list;
    }

    /** What the address of a record's page keeps in mind. */
    static String behind(String address) {
        Matcher kept = BEHIND.matcher(address);
        return kept.find() ? URLDecoder.decode(kept.group(1), StandardCharsets.UTF_8) : null;
    }

    /** The address when it is one of the room's own two pages and no form, else nothing. */
    private static String within(CrudPage<?> page, String address) {
        String local = LocalPath.or(address, "");
        boolean own = List.of(page.getPath(), page.getOpenPath()).contains(local.split("[?#]", 2)[0]);
        return own && local.length() <= LONGEST && !FORM.matcher(local).find() ? local : "";
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
