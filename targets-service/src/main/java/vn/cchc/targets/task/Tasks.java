package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.Plans;
import vn.cchc.values.PlanCode;

@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, String> {

    /** The rule of {@link TaskState#of}, for a filter. */
    private static final String STATE = """
            case when completedOn is not null then
              case when deadline is null or completedOn <= deadline then 'DONE_IN_TIME' else 'DONE_LATE' end
            when deadline is null then 'NO_DEADLINE'
            when deadline < :today then 'OVERDUE'
            when deadline <= :soon then 'NEARLY_DUE'
            else 'IN_TIME' end""";

    private static final String FILTERED = """
            from Task t where plan = :plan and position > :after
            and (:unit is null or leadUnit = :unit or array_contains(coordinatingUnits, cast(:unit as string)))
            and (:group is null or group = :group)
            and (:waiting = false or exists (from ExtensionRequest r where r.task = t.code and r.granted is null))
            and (:state is null or :state =""" + ' ' + STATE + ") order by position";

    private final Plans plans;
    private final int nearlyDueDays;

    Tasks(Plans plans, TasksConfig config) {
        this.plans = plans;
        this.nearlyDueDays = config.nearlyDueDays();
    }

    Task require(TaskCode code) {
        return findByIdOptional(code.value()).orElseThrow(() -> ProblemException.notFound(ResourceType.TASK, code));
    }

    /** The task, locked until the end of the transaction; 409 if its plan is closed. */
    Task requireForUpdate(TaskCode code) {
        Task task = findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.TASK, code));
        plans.require(new PlanCode(task.plan)).requireOpen();
        return task;
    }

    /** The tasks of a plan: those that it prints in its order, then the others in the order of their creation. */
    List<Task> list(Plan plan, TaskFilter filter, LocalDate today, int afterPosition, int rows) {
        return getEntityManager().createQuery(FILTERED, Task.class).setParameter("plan", plan.code().value())
                .setParameter("after", afterPosition).setParameter("unit", Objects.toString(filter.unit, null))
                .setParameter("group", filter.group).setParameter("waiting", filter.extensionRequested)
                .setParameter("state", Objects.toString(filter.state, null))
                .setParameter("today", today).setParameter("soon", today.plusDays(nearlyDueDays)).setMaxResults(rows)
                .getResultList();
    }

    /** How many tasks of a plan have the same lead unit, group, deadline and day of completion. */
    List<Dated> countByDays(Plan plan) {
        return getEntityManager().createQuery("""
                select leadUnit, group, deadline, completedOn, count(*) from Task where plan = ?1
                group by leadUnit, group, deadline, completedOn""", Dated.class).setParameter(1, plan.code().value())
                .getResultList();
    }

    record Dated(String leadUnit, String group, LocalDate deadline, LocalDate completedOn, long tasks) {

        TaskState state(LocalDate today, int nearlyDueDays) {
            return TaskState.of(deadline, completedOn, today, nearlyDueDays);
        }

        String key(TaskGrouping by) {
            return by == TaskGrouping.UNIT ? leadUnit : group;
        }
    }

    List<Task> improving(String index, int year) {
        return list("improvesIndex = ?1 and improvesYear = ?2 order by plan, position", index, year);
    }

    boolean exists(TaskCode code) {
        return findById(code.value()) != null;
    }

    int lastPosition(Plan plan) {
        return find("select coalesce(max(position), 0) from Task where plan = ?1", plan.code().value()).project(Integer.class)
                .firstResult();
    }

    boolean hasPrinted(Plan plan) {
        return count("plan = ?1 and printed", plan.code().value()) > 0;
    }
}
