package vn.cchc.targets.task;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
class ProgressNotes implements PanacheRepositoryBase<ProgressNote, ProgressNote.Key> {

    ProgressNote require(TaskCode task, int number) {
        return findByIdOptional(new ProgressNote.Key(task.value(), number))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.PROGRESS_NOTE, task + "/" + number));
    }

    List<ProgressNote> after(TaskCode task, int number, int rows) {
        return find("task = ?1 and number > ?2 order by number", task.value(), number).page(0, rows).list();
    }

    int lastNumber(TaskCode task) {
        return find("select coalesce(max(number), 0) from ProgressNote where task = ?1", task.value()).project(Integer.class)
                .firstResult();
    }
}
