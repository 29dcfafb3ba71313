package vn.cchc.targets.task;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

/** The units of a task report how far it is. */
@ApplicationScoped
class ProgressNoteService {

    private final Tasks tasks;
    private final ProgressNotes notes;
    private final TaskUnits units;
    private final AuditTrail trail;
    private final Clock clock;

    ProgressNoteService(Tasks tasks, ProgressNotes notes, TaskUnits units, AuditTrail trail, Clock clock) {
        this.tasks = tasks;
        this.notes = notes;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    Page<ProgressNoteView> list(TaskCode code, Actor actor, Paging paging) {
        units.requireReadable(tasks.require(code), actor, today());
        return Page.of(notes.after(code, paging.afterNumber(), paging.rows()), paging, note -> String.valueOf(note.number),
                ProgressNoteView::of);
    }

    ProgressNoteView get(TaskCode code, int number, Actor actor) {
        units.requireReadable(tasks.require(code), actor, today());
        return ProgressNoteView.of(notes.require(code, number));
    }

    @Transactional
    ProgressNoteView add(TaskCode code, NewProgressNote wanted, ChangeContext context) {
        Task task = tasks.requireForUpdate(code);
        ChangeContext own = units.actFor(task, context, today());
        task.report(wanted.percent());
        ProgressNote note = new ProgressNote(task, notes.lastNumber(code) + 1, wanted, own.actor().unit(), own.by(),
                clock.instant());
        notes.persist(note);
        trail.created(note, own);
        return ProgressNoteView.of(note);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
