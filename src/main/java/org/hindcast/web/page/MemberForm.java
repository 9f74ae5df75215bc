package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.project.Member;
import org.hindcast.project.ProjectService;
import org.hindcast.security.SignedIn;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.reader.Picks;

/** Somebody joins a project or leaves it. */
@Named
@RequestScoped
public class MemberForm {

    @Inject
    private ProjectService projects;

    @Inject
    private UserService users;

    @Inject
    private Picks picks;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private Notes notes;

    private String person = "";
    private String role = "editor";

    public void join() {
        User user = picks.person("person", person);
        projects.join(asked.number("id"), user, role, me.actor());
        notes.success("project.joined", user.getFullName());
        back();
    }

    public void leave() {
        User user = getUser();
        projects.leave(asked.number("id"), user, me.actor());
        notes.success("project.left", user.getFullName());
        back();
    }

    /** Who is about to leave. */
    public User getUser() {
        return users.find(asked.number("member"));
    }

    private void back() {
        int page = asked.page("page");
        Redirect.to("project?id=" + asked.number("id") + (page > 1 ? "&page=" + page : ""));
    }

    public List<String> getRoles() {
        return Member.ROLES;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person == null ? "" : person.strip();
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
