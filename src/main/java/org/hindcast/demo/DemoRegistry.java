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
import java.util.List;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.mlmodel.Stage;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionIngest;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;

/** Carbon dioxide at Mauna Loa, week by week, and a model with two honest versions: which one wins is on its page. */
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
    private VersionService versions;

    @Inject
    private PredictionIngest ingest;

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
        List<Week> weeks = read();
        ModelVersion persistence = version(model, dataset, "persistence", NaiveForecasts.persistence(weeks));
        describe(persistence, "Each week is predicted by the last one known.", Stage.PRODUCTION);
        ModelVersion seasonal = version(model, dataset, "seasonal naive", NaiveForecasts.seasonalWithDrift(weeks));
        describe(
                seasonal,
                "Each week is predicted by the value 52 weeks before it, plus 52 times the mean weekly change between the first "
                        + "and the last known week. Hyndman, R.J. and G. Athanasopoulos, Forecasting: Principles and Practice, "
                        + "3rd edition, section 5.2: seasonal naive method and drift method.",
                Stage.STAGING);
    }

    /** In whose name the demo stores predictions. */
    private record Owner(Integer id, String name) implements Actor {
        @Override
        public boolean can(String permission) {
            return true;
        }
    }

    private ModelVersion version(RegisteredModel model, Dataset dataset, String label, List<Prediction> predictions) {
        ModelVersion version = new ModelVersion(model, model.getOwner());
        version.setLabel(label);
        version.setDataset(dataset);
        version.setAccuracy(NaiveForecasts.accuracy(predictions));
        ModelVersion created = versions.create(version, Actor.SYSTEM);
        ingest.store(
                created,
                predictions,
                new Owner(model.getOwner().getId(), model.getOwner().getUsername()));
        return created;
    }

    private static void describe(ModelVersion version, String description, Stage stage) {
        version.setDescription(description);
        version.moveTo(stage, version.getCreatedBy());
    }

    private Dataset dataset(User owner, Project project) {
        Dataset dataset = new Dataset("mauna-loa-co2-weekly", 0, owner);
        dataset.setDescription(
                "Weekly mean CO2 at Mauna Loa, Hawaii, 1958-03-29 to 2001-12-29, in ppm. Keeling, C.D. and T.P. Whorf (2004), "
                        + "Carbon Dioxide Information Analysis Center, Oak Ridge National Laboratory. Public domain.");
        dataset.setProject(project);
        return datasets.create(dataset, Actor.SYSTEM);
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
}
