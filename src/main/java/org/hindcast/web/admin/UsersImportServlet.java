package org.hindcast.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.security.SignedIn;
import org.hindcast.user.PeopleFile;
import org.hindcast.user.UserImportService.Upload;
import org.hindcast.web.component.Csrf;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** Takes a file of people, begins or stops its import, and tells how far it is. The rest {@link UsersImportPage} shows. */
@WebServlet("/do/users-import")
@MultipartConfig(
        fileSizeThreshold = 1 << 16,
        maxFileSize = UsersImportServlet.LARGEST_BODY,
        maxRequestSize = UsersImportServlet.LARGEST_BODY)
public class UsersImportServlet extends HttpServlet {

    /** Much more than a file may have, so that one which is somewhat too large gets an answer and not a cut connection. */
    static final long LARGEST_BODY = 64L << 20;

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> FIELDS = Map.of(
            "username",
            "username",
            "email",
            "email",
            "firstName",
            "first_name",
            "lastName",
            "last_name",
            "roles",
            "roles",
            "active",
            "active");

    @Inject
    private transient SignedIn me;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient Frame frame;

    @Inject
    private transient ImportJobs jobs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        me.require("users.import");
        ImportJob job = job(request);
        boolean over = job.getState() != ImportJob.State.RUNNING;
        String text = Words.in(frame.getLocale())
                .get("import.progress", job.getDone(), job.getReport().people());
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print("{\"percent\":" + job.getPercent() + ",\"over\":" + over + ",\"text\":\""
                        + text.replace("\"", "\\\"") + "\"}");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Actor actor = me.require("users.import");
        ImportJob job = isForm(request) ? act(request, actor) : receive(request, actor);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/admin/users-import?id=" + job.getId());
        response.setHeader("Cache-Control", "no-store");
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    private ImportJob act(HttpServletRequest request, Actor actor) {
        requireForm();
        ImportJob job = job(request);
        if ("cancel".equals(request.getParameter("act"))) {
            job.cancel();
            return job;
        }
        try {
            jobs.start(job, actor);
            return job;
        } catch (Refusal refusal) {
            return jobs.refuse(job.getName(), refusal, actor);
        }
    }

    private ImportJob receive(HttpServletRequest request, Actor actor) throws IOException, ServletException {
        Part part;
        try {
            part = request.getPart("file");
        } catch (IllegalStateException tooLarge) {
            return jobs.refuse("", new Refusal("import.file.large"), actor);
        }
        requireForm();
        if (part == null
                || part.getSubmittedFileName() == null
                || part.getSubmittedFileName().isEmpty()) {
            return jobs.refuse("", new Refusal("import.file.missing"), actor);
        }
        String name = name(part.getSubmittedFileName());
        if (part.getSize() > PeopleFile.LARGEST) {
            return jobs.refuse(name, new Refusal("import.file.large"), actor);
        }
        return jobs.check(new Upload(name, part.getInputStream().readAllBytes(), headings()), actor);
    }

    private void requireForm() {
        if (!csrf.isValid()) {
            throw new Refusal.Forbidden("form");
        }
    }

    private ImportJob job(HttpServletRequest request) {
        return jobs.find(String.valueOf(request.getParameter("id")), me.getId()).orElseThrow(Refusal::missing);
    }

    /** Without folders, which some browsers send along, and not endless. */
    private static String name(String submitted) {
        String name = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    /** A file may call its columns as the pages of any language do. */
    private static Map<String, String> headings() {
        Map<String, String> headings = new HashMap<>();
        for (String language : Frame.LANGUAGES) {
            Words words = Words.in(Locale.forLanguageTag(language));
            FIELDS.forEach((field, column) -> headings.put(words.get("users." + field), column));
        }
        return headings;
    }
}
