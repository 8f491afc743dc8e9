package dev.rollcall.staging;

import dev.rollcall.plan.Change;
import dev.rollcall.plan.Phase;

/**
 * A change where it stands in a stored plan.
 *
 * @param phase when it is carried out
 * @param segment the piece of the phase that it stands in
 * @param position its place in that piece
 * @param change what is done
 * @param state how far it has come
 */
public record PlannedChange(Phase phase, int segment, int position, Change change, ChangeState state) {

}
