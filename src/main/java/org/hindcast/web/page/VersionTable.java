package org.hindcast.web.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.web.component.Formats;
import org.hindcast.web.component.Html;
import org.hindcast.web.component.Part;
import org.hindcast.web.component.StageBadge;
import org.hindcast.web.component.Words;

/**
 * The versions of a model beside each other, {@code <hc:versions/>}: a column for each, the best in every measure marked. In
 * Java, because it has a hundred cells and more. Attribute: {@code page}, the {@link ModelPage}.
 */
@FacesComponent("hindcast.VersionTable")
public class VersionTable extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        ModelPage page = (ModelPage) get("page");
        String root = faces.getExternalContext().getRequestContextPath();
        new Table(page, page.getVersions(), Html.of(faces), Words.of(faces), Formats.of(faces), root).write();
    }

    /** What stands in the cell of a version. */
    @FunctionalInterface
    private interface Cell {
        void write(ModelVersion version) throws IOException;
    }

    private record Table(
            ModelPage page, List<ModelVersion> versions, Html html, Words words, Formats formats, String root) {

        void write() throws IOException {
            html.open("table", "class", "compare", "id", "versions");
            head();
            html.open("tbody");
            row(
                    "versions.stage",
                    v -> StageBadge.write(html, words, v.getStage().toString()));
            row("model.accuracy", v -> html.number(formats, v.getAccuracy()));
            row("model.count", v -> html.number(formats, page.scoresOf(v).count()));
            row("model.known", v -> html.number(formats, page.scoresOf(v).known()));
            for (String measure : Measure.ALL) {
                measure(measure);
            }
            row("versions.dataset", this::dataset);
            row("versions.createdBy", v -> html.text(v.getCreatedBy().getFullName()));
            row("field.createdAt", v -> html.time(formats, v.getCreatedAt()));
            acts();
            html.close("tbody").close("table");
        }

        private void head() throws IOException {
            html.open("thead")
                    .open("tr")
                    .open("th", "scope", "col")
                    .text(say("model.measure"))
                    .close("th");
            for (ModelVersion version : versions) {
                String address = page.getAddress()
                        .without("page")
                        .with("version", version.getId())
                        .toString();
                boolean current = version.getId().equals(page.getVersion().getId());
                html.open("th", "class", "num", "scope", "col");
                html.open("a", "data-part", "data-part", "href", address, "aria-current", current ? "true" : null);
                html.text(version.toString()).close("a").close("th");
            }
            html.close("tr").close("thead");
        }

        private void row(String key, Cell cell) throws IOException {
            begin(say(key));
            for (ModelVersion version : versions) {
                html.open("td", "class", "num");
                cell.write(version);
                html.close("td");
            }
            html.close("tr");
        }

        private void measure(String measure) throws IOException {
            begin(say("model." + measure) + ("mape".equals(measure) ? ", %" : ""));
            for (ModelVersion version : versions) {
                html.open("td", "class", page.isBest(version, measure) ? "num best" : "num");
                html.number(formats, Measure.of(measure, page.scoresOf(version)));
                html.close("td");
            }
            html.close("tr");
        }

        private void dataset(ModelVersion version) throws IOException {
            if (version.getDataset() == null) {
                html.none();
            } else {
                html.open(
                        "a",
                        "href",
                        root + "/dataset?id=" + version.getDataset().getId());
                html.text(version.getDataset().getName()).close("a");
            }
        }

        private void acts() throws IOException {
            html.open("tr").open("th", "scope", "row").open("span", "class", "sr");
            html.text(say("list.actions")).close("span").close("th");
            for (ModelVersion version : versions) {
                html.open("td", "class", "num").open("a", "href", root + "/versions?id=" + version.getId());
                html.text(say("crud.open")).close("a").close("td");
            }
            html.close("tr");
        }

        private void begin(String name) throws IOException {
            html.open("tr").open("th", "scope", "row").text(name).close("th");
        }

        private String say(String key) {
            return words.get(key);
        }
    }
}
