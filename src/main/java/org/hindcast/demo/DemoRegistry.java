package org.hindcast.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.mlmodel.Stage;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;

/** Carbon dioxide at Mauna Loa, week by week, and a model that predicts each week by the last one known. */
@ApplicationScoped
class DemoRegistry {

    private static final String FILE = "/demo/mauna-loa-co2-weekly.csv";

    @Inject
    private UserService users;

    @Inject
    private ProjectService projects;

    @Inject
    private DatasetService datasets;

    @Inject
    private ModelService models;

    @Inject
    private PredictionService predictions;

    @Transactional
    public void load() {
        User owner = users.first();
        Project project = new Project("Mauna Loa", owner);
        project.setDescription("How well can the next week's carbon dioxide be known from the past?");
        projects.create(project, Actor.SYSTEM);
        Dataset dataset = dataset(owner, project);
        RegisteredModel model = new RegisteredModel("co2-weekly", owner);
        model.setDescription("Weekly mean carbon dioxide at Mauna Loa, Hawaii, predicted from the past only.");
        model.setUnit("ppm");
        model.setProject(project);
        models.create(model, Actor.SYSTEM);
        List<Prediction> weeks = persistence(read());
        ModelVersion version = models.addVersion(model, "persistence", accuracy(weeks), owner);
        version.setDescription("Each week is predicted by the last one known.");
        version.setDataset(dataset);
        version.moveTo(Stage.PRODUCTION, owner);
        predictions.add(version, weeks, owner.getId());
    }

    private Dataset dataset(User owner, Project project) {
        Dataset dataset = new Dataset("mauna-loa-co2-weekly", 0, owner);
        dataset.setDescription(
                "Weekly mean CO2 at Mauna Loa, Hawaii, 1958-03-29 to 2001-12-29, in ppm. Keeling, C.D. and T.P. Whorf (2004), "
                        + "Carbon Dioxide Information Analysis Center, Oak Ridge National Laboratory. Public domain.");
        dataset.setProject(project);
        return datasets.create(dataset, Actor.SYSTEM);
    }

    /** Each week predicted by the last known one; the first by itself, since nothing is known before it. */
    private static List<Prediction> persistence(List<Week> weeks) {
        List<Prediction> predictions = new ArrayList<>();
        double last = weeks.get(0).ppm();
        LocalDate seen = weeks.get(0).date();
        for (Week week : weeks) {
            String input = "{\"last\": " + last + ", \"seen\": \"" + seen + "\"}";
            var at = week.date().atStartOfDay().atOffset(ZoneOffset.UTC);
            predictions.add(new Prediction(at, input, last, "week-" + week.date())
                    .with(week.ppm(), week.ppm() == null ? null : at.plusDays(7)));
            last = week.ppm() == null ? last : week.ppm();
            seen = week.ppm() == null ? seen : week.date();
        }
        return predictions;
    }

    /** One minus the mean absolute percentage error over the known outcomes. */
    private static double accuracy(List<Prediction> predictions) {
        return 1
                - predictions.stream()
                        .filter(p -> p.outcome() != null)
                        .mapToDouble(p -> Math.abs(p.error() / p.outcome()))
                        .average()
                        .orElseThrow();
    }

    private static List<Week> read() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(DemoRegistry.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return rows.stream().map(Week::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param ppm parts per million, null where the station has no value */
    private record Week(LocalDate date, Double ppm) {
        static Week of(NamedCsvRecord row) {
            String value = row.getField(1);
            return new Week(LocalDate.parse(row.getField(0)), value.isBlank() ? null : Double.valueOf(value));
        }
    }
}
