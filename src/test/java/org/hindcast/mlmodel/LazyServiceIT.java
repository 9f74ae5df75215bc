package org.hindcast.mlmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.project.ProjectService;
import org.hindcast.user.RoleService;
import org.hindcast.user.UserService;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a page gets of a record once the transaction that read it is over: inside of the server, with the demonstration. */
@ArquillianTest
@Tag("thread")
class LazyServiceIT {

    @Inject
    private UserService users;

    @Inject
    private RoleService roles;

    @Inject
    private ProjectService projects;

    @Inject
    private DatasetService datasets;

    @Inject
    private ModelService models;

    @Inject
    private VersionService versions;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private UserTransaction transaction;

    @Test
    @DisplayName("S1-13: whatever a page shows of a record was read with it")
    void what_a_page_shows_was_read_with_the_record() {
        assertRead(users.find(1), "roles");
        assertRead(roles.find(1), "permissions");
        assertRead(projects.find(1), "owner");
        assertRead(datasets.find(1), "owner", "project");
        assertRead(models.find(1), "owner", "project");
        assertRead(models.of(projects.find(1), 10).get(0), "latest");
        assertRead(versions.find(1), "model", "dataset", "createdBy");
        assertEquals("Mauna Loa", models.find(1).getProject().getName());
        assertEquals("admin", datasets.find(1).getOwner().getUsername());
        assertEquals("co2-weekly", versions.find(1).getModel().getName());
    }

    @Test
    @DisplayName("S1-11 S1-12: the way to another record is a query of its own, made when it is gone")
    void a_way_that_nobody_went_was_not_read() throws Exception {
        transaction.begin();
        Dataset dataset = em.find(Dataset.class, 1);
        assertFalse(Persistence.getPersistenceUtil().isLoaded(dataset, "owner"), "not with the dataset");
        assertEquals("admin", dataset.getOwner().getUsername());
        assertTrue(Persistence.getPersistenceUtil().isLoaded(dataset, "owner"));
        transaction.rollback();
    }

    private static void assertRead(Object record, String... ways) {
        for (String way : ways) {
            assertTrue(Persistence.getPersistenceUtil().isLoaded(record, way), record.getClass() + " " + way);
        }
    }
}
