package org.hindcast.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    @DisplayName("F1: a database that goes away while a transaction is committed is away, not broken")
    void a_commit_without_an_answer_is_an_outage() {
        XAException unanswered = new XAException("LocalTransactionException: An I/O error occurred.");
        RuntimeException failure = new IllegalStateException("commit", unanswered);
        assertTrue(Outage.isBehind(failure));
        assertEquals("LocalTransactionException: An I/O error occurred.", Outage.reason(failure));
    }

    @Test
    @DisplayName("F1: what the database refuses is no outage, also at the commit")
    void a_broken_rule_is_no_outage() {
        XAException refused = new XAException("rolled back");
        refused.initCause(new SQLException("duplicate key", "23505"));
        assertFalse(Outage.isBehind(new IllegalStateException(refused)));
        assertFalse(Outage.isBehind(new IllegalStateException("a mistake of ours")));
    }
}
