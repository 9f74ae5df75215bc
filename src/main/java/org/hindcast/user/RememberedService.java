package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hindcast.persistence.Times;

/** Browsers that people asked to be remembered. */
@ApplicationScoped
@Transactional
public class RememberedService {

    private static final String BEGIN =
            "insert into remembered (series, token_hash, user_id, epoch, expires_at) values (?, ?, ?, ?, cast(? as timestamptz))";
    private static final String USE = """
            update remembered r set token_hash = ?, previous_hash = r.token_hash, rotated_at = now()
            from users u
            where r.series = ? and r.token_hash = ? and r.expires_at > now() and u.id = r.user_id and u.session_epoch = r.epoch
            returning r.user_id
            """;
    private static final String JUST_USED = """
            select r.user_id from remembered r join users u on u.id = r.user_id and u.session_epoch = r.epoch
            where r.series = ? and r.previous_hash = ? and r.rotated_at > now() - interval '30 seconds' and r.expires_at > now()
            """;

    @PersistenceContext
    private EntityManager em;

    /** @param secret of which only the hash is kept */
    public void begin(Who who, String series, String secret, Duration life) {
        em.createNativeQuery("delete from remembered where expires_at < now()").executeUpdate();
        em.createNativeQuery(BEGIN)
                .setParameter(1, series)
                .setParameter(2, TokenSecret.hash(secret))
                .setParameter(3, who.id())
                .setParameter(4, who.epoch())
                .setParameter(5, Times.now().plus(life))
                .executeUpdate();
    }

    /**
     * Whose series it is, when the secret is the newest one, which the next secret then replaces, or was so a moment ago. A stale
     * secret ends the series.
     */
    public Optional<Use> use(String series, String secret, String next) {
        List<?> owners = em.createNativeQuery(USE)
                .setParameter(1, TokenSecret.hash(next))
                .setParameter(2, series)
                .setParameter(3, TokenSecret.hash(secret))
                .getResultList();
        List<?> late = owners.isEmpty() ? justUsed(series, secret) : List.of();
        if (owners.isEmpty() && late.isEmpty()) {
            end(series);
        }
        return Stream.concat(owners.stream(), late.stream())
                .map(id -> new Use(((Number) id).intValue(), late.isEmpty()))
                .findFirst();
    }

    private List<?> justUsed(String series, String secret) {
        return em.createNativeQuery(JUST_USED)
                .setParameter(1, series)
                .setParameter(2, TokenSecret.hash(secret))
                .getResultList();
    }

    /** Nobody comes in with this series any more. */
    public void end(String series) {
        em.createNativeQuery("delete from remembered where series = ?")
                .setParameter(1, series)
                .executeUpdate();
    }

    /** @param user whose browser it is; @param replaced whether the next secret counts from now on */
    public record Use(Integer user, boolean replaced) {}
}
