package org.hindcast.web.files;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Csrf;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** Takes a file, begins or stops its import, and tells how far it is; a page shows the rest. */
public abstract class FileServlet<C, R> extends HttpServlet {

    /** Much more than a file may have, so that one which is somewhat too large gets an answer and not a cut connection. */
    public static final long LARGEST_BODY = 128L << 20;

    /** A file up to this size is kept in memory while it comes in. */
    public static final int IN_MEMORY = 1 << 16;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(FileServlet.class.getName());
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PARTS = 1_000;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient Frame frame;

    /** Who sends, or asks. */
    protected SignedIn me() {
        return me;
    }

    protected abstract FileJobs<C, R> jobs();

    /** Who may do this. @throws Refusal.Forbidden when the reader may not */
    protected abstract Actor require(HttpServletRequest request);

    /** Looks through the file, which is there and not empty of a name. */
    protected abstract FileJob<C, R> receive(String name, Part part, HttpServletRequest request) throws IOException;

    /** Bytes that a file may have. */
    protected abstract long largest();

    /** Why a larger one is not taken. */
    protected abstract Refusal tooLarge();

    /** The page that shows the job. */
    protected abstract String page(FileJob<C, R> job, HttpServletRequest request);

    /** The sentence that says how many of how many rows are stored. */
    protected abstract String progressKey();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FileJob<C, R> job = job(request);
        boolean over = job.getState() != FileJob.State.RUNNING;
        String key = job.isCancelled() ? "import.cancelling" : progressKey();
        String text = Words.in(frame.getLocale()).get(key, job.getDone(), job.getRows());
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print("{\"percent\":" + job.getPercent() + ",\"over\":" + over + ",\"text\":\""
                        + text.replace("\"", "\\\"") + "\"}");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isForm(request) && !isFile(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        boolean tooLarge = request.getContentLengthLong() > LARGEST_BODY;
        FileJob<C, R> job = tooLarge ? null : isForm(request) ? act(request) : take(request);
        if (job == null) {
            refuse(response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + page(job, request));
        response.setHeader("Cache-Control", "no-store");
    }

    /** In bare words: a page would read the request's fields, which cannot be read. */
    private void refuse(HttpServletResponse response) throws IOException {
        Refusal refusal = tooLarge();
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .println(Words.in(frame.getLocale())
                        .get(refusal.key(), refusal.arguments().toArray()));
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    private static boolean isFile(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/form-data");
    }

    private FileJob<C, R> act(HttpServletRequest request) {
        Actor actor = require(request);
        requireForm();
        FileJob<C, R> job = job(request);
        if ("cancel".equals(request.getParameter("act"))) {
            job.cancel();
            return job;
        }
        try {
            jobs().start(job, actor);
            return job;
        } catch (Refusal refusal) {
            return jobs().refuse(job.getName(), refusal, actor);
        }
    }

    /** Null when its parts are more than anybody reads. */
    private FileJob<C, R> take(HttpServletRequest request) throws IOException, ServletException {
        Part part;
        try {
            part = request.getPart("file");
        } catch (IllegalStateException beyondLargestBody) {
            return null;
        } catch (IOException | ServletException cutShort) {
            LOG.log(
                    Level.WARNING,
                    "What was sent to {0} ends early: {1}",
                    request.getRequestURI(),
                    cutShort.getMessage());
            throw new Refusal("import.file.missing");
        }
        if (request.getParts().size() > MOST_PARTS) {
            return null;
        }
        Actor actor = require(request);
        requireForm();
        if (part == null
                || part.getSubmittedFileName() == null
                || part.getSubmittedFileName().isEmpty()) {
            return jobs().refuse("", new Refusal("import.file.missing"), actor);
        }
        String name = name(part.getSubmittedFileName());
        return part.getSize() > largest() ? jobs().refuse(name, tooLarge(), actor) : receive(name, part, request);
    }

    private void requireForm() {
        if (!csrf.isValid()) {
            throw new Refusal.Forbidden("form");
        }
    }

    private FileJob<C, R> job(HttpServletRequest request) {
        require(request);
        return jobs().find(String.valueOf(request.getParameter("id")), me.getId())
                .orElseThrow(Refusal::missing);
    }

    /** Without folders, which some browsers send along, and not endless. */
    private static String name(String submitted) {
        String name = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
