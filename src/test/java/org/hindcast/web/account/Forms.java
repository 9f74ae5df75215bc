package org.hindcast.web.account;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The forms of the product, and people who see them. Another form is one more line in {@link #ALL}. */
final class Forms {

    /** A page, the button of a form on it, and the fields to try. */
    static final List<Form> ALL = List.of(
            new Form("signin", "#submit", By.STRANGER, "email password"),
            new Form("register", "#submit", By.STRANGER, "firstName lastName username email password confirm"),
            new Form("account/account", "#saveProfile", By.MEMBER, "firstName lastName username email aboutMe"),
            new Form("account/account", "#savePreferences", By.MEMBER, "timeZone language"),
            new Form("account/account", "#changePassword", By.MEMBER, "current password confirm"),
            new Form("account/tokens", "#createToken", By.MEMBER, "name days"),
            new Form(
                    "admin/users?do=create",
                    "#save",
                    By.ADMIN,
                    "firstName lastName username email password aboutMe timeZone"),
            new Form(
                    "admin/users?do=edit&id=@user",
                    "#save",
                    By.ADMIN,
                    "firstName lastName username email password aboutMe timeZone"),
            new Form("admin/roles?do=create", "#save", By.ADMIN, "name description"),
            new Form("admin/projects?do=create", "#save", By.ADMIN, "name description owner"),
            new Form("admin/datasets?do=create", "#save", By.ADMIN, "name sizeMb description sourceUrl project owner"),
            new Form("admin/models?do=create", "#save", By.ADMIN, "name description unit project owner"),
            new Form(
                    "admin/versions?do=create",
                    "#save",
                    By.ADMIN,
                    "modelName label accuracy description dataset stage"),
            new Form("prediction?do=create&version=@version", "#add", By.ADMIN, "when input result key"),
            new Form("project?id=1", "#add", By.ADMIN, "person role"));

    private final Person person;
    private final Person edited;
    private final Map<By, Visitor> visitors = new EnumMap<>(By.class);
    private final String model;
    private final String version;
    private final String user;
    private final String member;

    Forms() throws Exception {
        person = Person.registered();
        edited = Person.registered();
        visitors.put(By.MEMBER, person.signedIn());
        visitors.put(By.ADMIN, new Visitor());
        Person.signIn(visitors.get(By.ADMIN), Hindcast.ADMIN, Hindcast.adminPassword());
        model = Person.asked("select name from models order by id limit 1");
        user = edited.stored("id");
        member = person.stored("id");
        version = Person.asked(
                "with m as (insert into models (name, owner_id) select 'm' || username, id from users "
                        + "where username = ? returning id, owner_id) insert into model_versions (model_id, number, accuracy, created_by) "
                        + "select id, 1, 0, owner_id from m returning id",
                person.username());
    }

    Person member() {
        return person;
    }

    Visitor visitor(Form form) {
        return form.by() == By.STRANGER ? new Visitor() : visitors.get(form.by());
    }

    Document page(Visitor visitor, Form form) throws Exception {
        return visitor.page(form.page().replace("@version", version).replace("@user", user));
    }

    /**
     * Sends the form with that text in that field, also where no option of it says so, and what is right in all others. The
     * answer may be read more than once.
     */
    Response send(Visitor visitor, Form form, String field, String text) throws Exception {
        Document page = page(visitor, form);
        Map<String, String> fields = good(form);
        fields.put(field, text);
        Element choice = page.selectFirst("select#" + field);
        if (choice != null) {
            choice.appendElement("option").val(text);
        }
        Response answer = visitor.press(page, form.button(), fields);
        answer.body();
        return answer;
    }

    Map<String, String> good(Form form) {
        Map<String, String> fields = new HashMap<>();
        Person next = Person.stranger();
        Map<String, String> good = new HashMap<>(Map.of(
                "firstName", "Ada",
                "lastName", "Lovelace",
                "username", next.username(),
                "email", next.email(),
                "password", next.password(),
                "confirm", next.password()));
        good.putAll(
                Map.of("name", next.username(), "sizeMb", "0", "accuracy", "0.0", "modelName", model, "result", "0"));
        good.put("person", edited.username());
        form.fields().stream()
                .filter(f -> !form.isFilled() && good.containsKey(f))
                .forEach(f -> fields.put(f, good.get(f)));
        return fields;
    }

    /** Whoever was changed is themselves again. */
    void restore() throws Exception {
        for (Person changed : List.of(person, edited)) {
            Person.asked(
                    "update users set version = version + 1, username = ?, email = ?, first_name = 'Ada', last_name = 'Lovelace', "
                            + "about_me = '', time_zone = 'UTC', language = '' where id = ? returning id",
                    changed.username(),
                    changed.email(),
                    Integer.valueOf(changed == person ? member : user));
        }
    }

    /** Who sees a form. */
    enum By {
        STRANGER,
        MEMBER,
        ADMIN
    }

    /** A form to try. */
    record Form(String page, String button, By by, List<String> fields) {

        Form(String page, String button, By by, String fields) {
            this(page, button, by, List.of(fields.split(" ")));
        }

        /** Whether it shows what is stored of somebody, and changes that. */
        boolean isFilled() {
            return page.contains("do=edit") || page.equals("account/account") && !button.equals("#changePassword");
        }

        @Override
        public String toString() {
            return page + " " + button;
        }
    }
}
