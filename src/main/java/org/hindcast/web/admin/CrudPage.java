package org.hindcast.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.Deleting;
import org.hindcast.web.component.Address;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Column;
import org.hindcast.web.component.LazyTable;

/**
 * A screen on which records are listed, looked at, created, edited and deleted. A page declares its columns and its fields and
 * overrides what is particular; addresses are {@code ?id=7}, {@code ?do=create}, {@code ?id=7&do=edit}, {@code ?id=7&do=delete},
 * {@code ?do=bulk&act=delete&ids=1,2}, and nothing for the list. {@code T} is the record.
 */
public abstract class CrudPage<T extends BaseEntity> {

    @Inject
    Asked asked;

    @Inject
    CrudVisit visit;

    private LazyTable table;
    private T record;
    private Deleting consequences;
    private List<Map<String, Object>> chosen;
    private String mode;

    /** The room whose records are shown. */
    protected abstract CrudService<T> service();

    /** In the order in which they stand; the first one links to the record. */
    protected abstract List<Column> columns();

    /** A record that somebody begins to fill in. */
    protected abstract T fresh();

    /** Fills what the form does not bind by itself into the record, before it is stored. */
    protected void complete(T entity) {}

    /** What can be done with many records at once, besides looking. */
    public List<String> getBulkActions() {
        return can("delete") ? List.of("delete") : List.of();
    }

    /** Does one of the bulk actions with one record. */
    protected void act(String action, Integer id, Actor actor) {
        service().delete(id, null, actor);
    }

    /** What people call the record. */
    public String getTitle() {
        return getRecord().toString();
    }

    /** The order of a list for which none is asked. */
    protected String standardSort() {
        return "";
    }

    /** The icon of the sprite that stands for it in the menu. */
    public String getIcon() {
        return getRoom();
    }

    /** Where it stands in the menu. */
    public int getRank() {
        return 100;
    }

    @PostConstruct
    void begin() {
        String wish = asked.has("id") && asked.get("do").isEmpty() ? "details" : asked.get("do");
        mode = List.of("details", "create", "edit", "delete", "bulk").contains(wish) ? wish : "list";
    }

    /** Before a page is made: turns away who may not see it or asks for what is not there; reads a list in one transaction. */
    @Transactional
    public void open() {
        visit.require(getNeeded());
        if (!"list".equals(mode) && !"details".equals(mode)) {
            require("bulk".equals(mode) ? CrudVisit.neededFor(asked.get("act")) : mode);
        }
        if (List.of("details", "edit", "delete").contains(mode)) {
            getRecord();
        }
        if ("list".equals(mode) && asked.isUntidy()) {
            visit.go(getAddress().toString());
        } else if ("list".equals(mode)) {
            visit.read(getTable());
        }
    }

    public String getRoom() {
        return Room.of(this).name();
    }

    /** The address of the list. */
    public String getPath() {
        return visit.path("/admin/" + getRoom());
    }

    /** Where somebody goes on who is done with a record and came from no list. */
    public String getHome() {
        return getPath();
    }

    /** The address that was asked for. */
    public Address getAddress() {
        return Address.of(getPath(), asked.all())
                .without("do", "act", "ids", "id", "version", "back", "csrf", "bulk", "crud", "role", "jakarta.*");
    }

    /** The address under which one record is looked at. */
    public String getOpenPath() {
        return getPath();
    }

    /** Where whoever saved it goes on. */
    protected String pathTo(T saved) {
        return getOpenPath() + "?id=" + saved.getId();
    }

    /** Whether it is a screen of administration, and stands in that menu. */
    public boolean isAdministration() {
        return true;
    }

    /** The permission without which nobody sees the page. */
    public String getNeeded() {
        return permission("read");
    }

    public String getMode() {
        return mode;
    }

    /** Whether who is asking may do this here. */
    public boolean can(String action) {
        return Room.of(this).offers(action) && may(action);
    }

    /** Whether the reader may do this: with all records, or with the one that the page is about. */
    protected boolean may(String action) {
        return visit.can(permission(action));
    }

    private Actor require(String action) {
        return may(action) ? visit.actor() : visit.require(permission(action));
    }

    public LazyTable getTable() {
        if (table == null) {
            visit.require(permission("read"));
            Address address = getAddress();
            Address sorted = address.get("sort").isEmpty() ? address.with("sort", standardSort()) : address;
            table = new LazyTable(sorted, columns(), service()::list, visit.zone());
        }
        return table;
    }

    public T getRecord() {
        if (record == null) {
            visit.require(permission("create".equals(mode) ? "create" : "read"));
            record = "create".equals(mode) ? fresh() : service().find(asked.number("id"));
        }
        return record;
    }

    /** The version that the editor saw; after a conflict the one that stands now. */
    public int getVersion() {
        return visit.version(asked, getRecord());
    }

    public Deleting getConsequences() {
        if (consequences == null) {
            consequences = service().consequences(asked.number("id"));
        }
        return consequences;
    }

    public void save() {
        Actor actor = require(mode);
        visit.once(() -> {
            complete(getRecord());
            T saved = "create".equals(mode)
                    ? service().create(getRecord(), actor)
                    : service().update(getRecord(), asked.number("version"), actor);
            visit.go(visit.after(this, pathTo(saved)), "crud.saved", getTitle());
        });
    }

    public void delete() {
        Actor actor = require("delete");
        String name = getTitle();
        service().delete(asked.number("id"), null, actor);
        visit.go(visit.home(this), "crud.deleted", name);
    }

    /** Names of the records that a bulk action is about. */
    public List<Map<String, Object>> getChosen() {
        if (chosen == null) {
            chosen = visit.chosen(service(), asked.numbers("ids"), columns().get(0));
        }
        return chosen;
    }

    /** Their numbers in one field: servers limit how many fields a form may have. */
    public String getChosenIds() {
        return getChosen().stream().map(row -> row.get("id").toString()).collect(Collectors.joining(","));
    }

    /** Which bulk action is about to be done. */
    public String getAct() {
        return getBulkActions().stream()
                .filter(a -> a.equals(asked.get("act")))
                .findFirst()
                .orElseThrow(Refusal::missing);
    }

    /** Does the bulk action with each record for itself: what is refused is told, the rest is done. */
    public void bulk() {
        String action = getAct();
        Actor actor = require(CrudVisit.neededFor(action));
        visit.each(action, asked.numbers("ids"), getChosen(), id -> act(action, id, actor));
        visit.go(getAddress().toString());
    }

    /** Who reads the page. */
    protected Actor reader() {
        return visit.actor();
    }

    protected Column column(String field) {
        return Column.of(field, Room.of(this).typeOf(field, service()));
    }

    private String permission(String action) {
        return getRoom() + "." + action;
    }
}
