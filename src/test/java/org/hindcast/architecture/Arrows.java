package org.hindcast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.hindcast.architecture.House.BEDROCK;
import static org.hindcast.architecture.House.DEMO;
import static org.hindcast.architecture.House.OUTERMOST;
import static org.hindcast.architecture.House.ROOMS;
import static org.hindcast.architecture.House.SECURITY;
import static org.hindcast.architecture.House.USER;
import static org.hindcast.architecture.House.WEB;
import static org.hindcast.architecture.House.WEB_ADMIN;
import static org.hindcast.architecture.House.WEB_COMPONENT;
import static org.hindcast.architecture.House.WEB_FILES;
import static org.hindcast.architecture.House.WEB_READER;
import static org.hindcast.architecture.House.all;
import static org.hindcast.architecture.House.before;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hindcast.architecture.violators.audit.WatchesTheDoor;
import org.hindcast.architecture.violators.dataset.LooksAhead;
import org.hindcast.architecture.violators.demo.ShowsItself;
import org.hindcast.architecture.violators.mlmodel.Foresees;
import org.hindcast.architecture.violators.persistence.KnowsPeople;
import org.hindcast.architecture.violators.prediction.LeavesTheHouse;
import org.hindcast.architecture.violators.project.CountsDatasets;
import org.hindcast.architecture.violators.schema.OpensTheDoor;
import org.hindcast.architecture.violators.security.GuardsProjects;
import org.hindcast.architecture.violators.user.OwnsProjects;
import org.hindcast.architecture.violators.web.admin.AsksAPage;
import org.hindcast.architecture.violators.web.component.PickerOfPeople;
import org.hindcast.architecture.violators.web.page.TriesTheDemo;
import org.hindcast.architecture.violators.web.reader.TurnsPages;

/** Who may know whom: arrows only lead downward, from doors to rooms to bedrock. */
final class Arrows {

    private static final List<String> BELOW_DOORS = all(ROOMS, BEDROCK, List.of(SECURITY));

    private Arrows() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("bedrock knows only bedrock", only(BEDROCK, BEDROCK), KnowsPeople.class),
                room(USER, OwnsProjects.class),
                room(House.PROJECT, CountsDatasets.class),
                room(House.DATASET, LooksAhead.class),
                room(House.MLMODEL, Foresees.class),
                room(House.PREDICTION, LeavesTheHouse.class),
                room(House.AUDIT, WatchesTheDoor.class),
                new Rule(
                        "security knows only bedrock and user",
                        only(List.of(SECURITY), all(BEDROCK, List.of(USER))),
                        GuardsProjects.class),
                door(WEB, TriesTheDemo.class),
                door(DEMO, ShowsItself.class),
                new Rule(
                        "web.component knows only bedrock",
                        only(List.of(WEB_COMPONENT), BEDROCK),
                        PickerOfPeople.class),
                pages("web.reader and web.files know no page", List.of(WEB_READER, WEB_FILES), TurnsPages.class),
                pages("web.admin knows no page beside its own", List.of(WEB_ADMIN), AsksAPage.class),
                new Rule("nobody knows web, api or demo", Arrows::nobodyKnowsTheDoors, OpensTheDoor.class),
                new Rule("no two parts know each other", Arrows::noCycles, OwnsProjects.class));
    }

    private static Rule room(String room, Class<?> violator) {
        return new Rule(
                room + " knows only bedrock and the rooms before it",
                only(List.of(room), all(BEDROCK, before(room))),
                violator);
    }

    private static Rule door(String door, Class<?> violator) {
        return new Rule(door + " knows no other door but security", only(List.of(door), BELOW_DOORS), violator);
    }

    private static Function<House, ArchRule> only(List<String> from, List<String> allowed) {
        return house ->
                noClasses().that(house.in(from)).should().dependOnClassesThat(house.elsewhereThan(all(from, allowed)));
    }

    /** What several pages share knows no page. */
    private static Rule pages(String sentence, List<String> shared, Class<?> violator) {
        List<String> allowed = all(BELOW_DOORS, List.of(WEB_COMPONENT, WEB_FILES, WEB_READER));
        return new Rule(sentence, only(shared, allowed), violator);
    }

    private static ArchRule nobodyKnowsTheDoors(House house) {
        return noClasses().that(not(house.in(OUTERMOST))).should().dependOnClassesThat(house.in(OUTERMOST));
    }

    private static ArchRule noCycles(House house) {
        return slices().matching(house.root() + ".(*)..").should().beFreeOfCycles();
    }
}
