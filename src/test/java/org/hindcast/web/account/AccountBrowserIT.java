package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The account as somebody sees it in a browser. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class AccountBrowserIT {

    private static final Person ADMINISTRATOR = new Person(Hindcast.ADMIN, Hindcast.ADMIN, Hindcast.adminPassword());

    @Test
    @DisplayName("O0-17 S4-14: register, sign in by #email #password #submit, sign out")
    void somebody_registers_signs_in_and_out_and_the_way_back_shows_nothing(Page page) throws Exception {
        Person person = Person.stranger();
        page.navigate("register");
        page.fill("#firstName", "Ada");
        page.fill("#lastName", "Lovelace");
        page.fill("#username", person.username());
        page.fill("#email", person.email());
        page.fill("#password", person.password());
        page.fill("#confirm", person.password());
        page.click("#submit");
        assertTrue(page.textContent(".flash.success").contains("successfully registered"));
        signIn(page, person);
        page.navigate("account/account");
        assertEquals("Account", page.textContent("h1"));
        page.click(".topbar details:has(.avatar) summary");
        page.click("form[action='/do/signout'] button");
        page.waitForURL("**/signin?next=%2F");
        page.goBack();
        page.waitForURL("**/signin**");
        assertFalse(page.content().contains(person.email()), "S1-24: back shows no private page");
    }

    @Test
    @DisplayName(
            "S1-34: what was typed when the session had ended comes back after signing in, for the same person only")
    void what_was_typed_outlives_the_session(Page page) throws Exception {
        Person person = Person.registered();
        Person other = Person.registered();
        for (Person next : List.of(person, other)) {
            page.context().clearCookies();
            page.navigate("signin");
            signIn(page, person);
            page.navigate("account/account");
            page.fill("#aboutMe", "typed for minutes");
            page.fill("#firstName", "Augusta");
            page.context().clearCookies();
            page.click("#saveProfile");
            page.waitForURL("**/signin?next=%2Faccount%2Faccount");
            page.fill("#email", next.email());
            page.fill("#password", next.password());
            page.click("#submit");
            page.waitForURL("**/account/account");
            boolean same = next.equals(person);
            assertEquals(same ? "typed for minutes" : "", page.inputValue("#aboutMe"));
            assertEquals(same ? "Augusta" : "Ada", page.inputValue("#firstName"));
            assertEquals("Ada", next.stored("first_name"), "nothing is saved before somebody says so");
        }
        page.context().clearCookies();
        page.navigate("signin");
        signIn(page, person);
        page.navigate("account/account");
        assertEquals("", page.inputValue("#aboutMe"), "once, and not for ever");
    }

    @Test
    @DisplayName("S1-34: so does what was typed into a form that had come back with an error, where it stood")
    void what_was_typed_after_an_error_outlives_the_session_too(Page page) {
        signIn(page, ADMINISTRATOR);
        page.navigate("admin/roles?do=create");
        page.fill("#description", "typed for minutes");
        page.click("#save");
        page.waitForSelector("#name-error");
        page.fill("#name", "Typed again");
        page.context().clearCookies();
        page.click("#save");
        page.waitForURL("**/signin?**");
        signInHere(page, ADMINISTRATOR);
        page.waitForURL("**/admin/roles?do=create");
        assertEquals("Typed again", page.inputValue("#name"));
        assertEquals("typed for minutes", page.inputValue("#description"));
    }

    @Test
    @DisplayName(
            "What was typed is still there in another language, also after an error and for strangers; no password is")
    void what_was_typed_outlives_a_change_of_language(Page page) throws Exception {
        page.navigate("register");
        page.fill("#firstName", "Augusta");
        page.fill("#password", "secret secret");
        speak(page, "de");
        assertEquals("Augusta", page.inputValue("#firstName"));
        assertEquals("", page.inputValue("#password"));
        signIn(page, Person.registered());
        page.navigate("versions?model=1&do=create");
        page.fill("#description", "typed for minutes");
        page.click("#save");
        page.waitForSelector("#accuracy-error");
        speak(page, "en");
        assertTrue(page.url().endsWith("/versions?do=create&model=1"), page.url());
        assertEquals("typed for minutes", page.inputValue("#description"));
        page.navigate("projects?do=create");
        page.fill("#name", Person.stranger().username());
        page.click("#save");
        page.navigate(page.url().replace("project?", "projects?do=edit&"));
        page.fill("#description", "typed as well");
        speak(page, "de");
        assertEquals("typed as well", page.inputValue("#description"));
    }

    private static void speak(Page page, String language) {
        page.click("summary:has(+ form button[name=language])");
        page.click("button[value=" + language + "]");
        page.waitForFunction("language => document.documentElement.lang === language", language);
    }

    @Test
    @DisplayName("A new person begins in the time zone of their browser")
    void the_browser_tells_its_time_zone(Page page) {
        page.navigate("register");
        assertEquals(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"), page.inputValue("[name=zone]"));
    }

    @Test
    @DisplayName("S2-12: the first wrong field has the focus, more than three are listed")
    void the_first_wrong_field_has_the_focus_and_many_are_listed(Page page) {
        page.navigate("register");
        page.fill("#firstName", "Ada");
        page.click("#submit");
        assertEquals("lastName", page.evaluate("document.activeElement.id"));
        assertEquals(4, page.locator(".summary li").count());
        page.click(".summary li:nth-child(2) a");
        assertTrue(page.url().endsWith("#username"));
        page.fill("#lastName", "Lovelace");
        page.click("#submit");
        assertEquals(0, page.locator(".summary").count());
    }

    @Test
    @DisplayName("Theme and language are kept, also for strangers")
    void theme_and_language_stay_as_chosen(Page page) {
        page.navigate("signin");
        page.click("summary[aria-label=Theme]");
        page.click("button[name=theme][value=dark]");
        page.waitForFunction("document.documentElement.dataset.theme === 'dark'");
        page.click("summary[aria-label=Language]");
        page.click("button[value=de]");
        page.waitForFunction("document.documentElement.lang === 'de'");
        assertEquals("Anmelden", page.textContent("h1"));
        assertEquals("dark", page.getAttribute("html", "data-theme"));
    }

    private static void signIn(Page page, Person person) {
        page.navigate("signin");
        signInHere(page, person);
    }

    private static void signInHere(Page page, Person person) {
        page.fill("#email", person.email());
        page.fill("#password", person.password());
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/signin"));
    }
}
