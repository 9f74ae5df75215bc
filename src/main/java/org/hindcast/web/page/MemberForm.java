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

/** Somebody joins a project, gets another role in it or leaves it. */
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
    private String role;

    public void join() {
        User user = picks.person("person", person);
        projects.join(asked.number("id"), user, role, me.actor());
        notes.success("project.joined", user.getFullName());
        back();
    }

    public void appoint() {
        User user = getUser();
        projects.appoint(asked.number("id"), user, role, me.actor());
        notes.success("project.appointed", user.getFullName());
        back();
    }

    public void leave() {
        User user = getUser();
        projects.leave(asked.number("id"), user, me.actor());
        notes.success("project.left", user.getFullName());
        back();
    }

    /** Whether the page asks if the member shall leave, and not for their role. */
    public boolean isLeaving() {
        return "leave".equals(asked.get("do"));
    }

    /** Whose role is changed, or who is about to leave. */
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

    /** What was chosen; else what the member does, or what most who join shall do. */
    public String getRole() {
        if (role == null) {
            role = asked.has("member") ? projects.role(asked.number("id"), getUser()) : "editor";
        }
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
