package org.hindcast.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.user.ImportReport;
import org.hindcast.user.PeopleFile;
import org.hindcast.user.UserImportService.Upload;
import org.hindcast.web.component.Words;
import org.hindcast.web.files.FileJob;
import org.hindcast.web.files.FileJobs;
import org.hindcast.web.files.FileServlet;
import org.hindcast.web.reader.Frame;

/** Takes a file of people. What becomes of it {@link UsersImportPage} shows. */
@WebServlet("/do/users-import")
@MultipartConfig(
        fileSizeThreshold = FileServlet.IN_MEMORY,
        maxFileSize = FileServlet.LARGEST_BODY,
        maxRequestSize = FileServlet.LARGEST_BODY)
public class UsersImportServlet extends FileServlet<Upload, ImportReport> {

    private static final long serialVersionUID = 1L;
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
    private transient PeopleFiles files;

    @Override
    protected FileJobs<Upload, ImportReport> jobs() {
        return files;
    }

    @Override
    protected Actor require(HttpServletRequest request) {
        return me().require("users.import");
    }

    @Override
    protected FileJob<Upload, ImportReport> receive(String name, Part part, HttpServletRequest request)
            throws IOException {
        byte[] bytes = part.getInputStream().readAllBytes();
        return files.check(new Upload(name, bytes, headings()), me().actor());
    }

    @Override
    protected long largest() {
        return PeopleFile.LARGEST;
    }

    @Override
    protected Refusal tooLarge() {
        return new Refusal("import.file.large");
    }

    @Override
    protected String page(FileJob<Upload, ImportReport> job, HttpServletRequest request) {
        return "/admin/users-import?id=" + job.getId();
    }

    @Override
    protected String progressKey() {
        return "import.progress";
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
