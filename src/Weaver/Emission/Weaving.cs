using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning;
using Weft.Fody.Reporting;
using Weft.Sites;

namespace Weft.Fody.Emission;

/// <summary>Pass: carries out the plans, one method after the other, each whole or not at all.</summary>
internal sealed class Weaving(ModuleDefinition module, WovenRuntime runtime, SiteHandles handles, SequenceTypes types, BuildLog log, ToldEnds told)
{
    private readonly WovenCalls _calls = new(module, runtime);
    private readonly CapturedRecords _captured = new(module, runtime);
    private readonly FlowEndWeaving _ends = new(runtime, new WovenCalls(module, runtime));

    /// <summary>Returns the rows of the sites woven, by their number.</summary>
    public IReadOnlyList<SiteRow> Run(IEnumerable<MethodPlan> plans, WeaveSummary summary)
    {
        var rows = new List<SiteRow>();
        foreach (MethodPlan plan in plans)
        {
            if (!log.Guard(plan.Il.Method, () => Weave(plan, firstRow: rows.Count))) continue;
            rows.AddRange(plan.Sites.Select(site => site.Row));
            Report(plan, summary);
        }
        return rows;
    }

    private void Weave(MethodPlan plan, int firstRow)
    {
        try
        {
            var loops = new LoopWeaving(plan.Il, plan.Flow, _captured, runtime, _calls);
            IteratorWeaving? iterator = plan.Iterator is null ? null : new IteratorWeaving(plan.Il, plan.Iterator, runtime, _calls);
            var units = new UnitWeaving(plan.Il, plan.Units, runtime, _calls);
            var fills = new FillWeaving(plan.Il, loops, runtime, _calls);
            var captures = new CaptureWeaving(plan.Il, plan.Flow, loops, _captured, runtime, _calls);
            var returns = new ReturnWeaving(plan.Il, loops, runtime, _calls);
            loops.Prepare(plan.Sites);
            fills.Prepare(plan.Sites);
            captures.Prepare(plan.Sites);
            var messages = new MessageWeaving(plan.Il, loops, runtime, _calls);
            messages.Prepare(plan.Sites);
            for (int i = 0; i < plan.Sites.Count; i++) Weave(plan.Il, loops, fills, captures, returns, messages, iterator, units, plan.Sites[i], firstRow + i);
            iterator?.WeaveMoves();
            units.WeaveForks();
            units.WeaveMeetings();
            units.WeaveEnds();
            plan.Il.Finish();
            BodyCheck.Verify(plan.Il, plan.Flow);
        }
        catch
        {
            plan.Il.Restore();
            throw;
        }
    }

    private void Weave(MethodIl il, LoopWeaving loops, FillWeaving fills, CaptureWeaving captures, ReturnWeaving returns, MessageWeaving messages, IteratorWeaving? iterator, UnitWeaving units, PlannedSite site, int row)
    {
        IReadOnlyList<Instruction> handle = handles.Load(row, isOutput: site.Row.OutputName is not null || site is Redirect { Told: not null });

        switch (site)
        {
            case Redirect redirect:
                if (redirect.Told is { } told) loops.Tell(told);
                il.Redirect(redirect.Call, handle, Target(redirect));
                break;
            case FlowEnd end:
                _ends.Weave(il, end, handle);
                break;
            case LoopCall call:
                loops.Weave(call, handle);
                break;
            case FillSite fill:
                fills.Weave(fill, handle);
                break;
            case CopySite copy:
                fills.Weave(copy, handle);
                break;
            case CaptureSite capture:
                captures.Weave(capture, handle);
                break;
            case ReturnSite result:
                returns.Weave(result, handle);
                break;
            case HandSite hand:
                fills.Weave(hand, handle);
                break;
            case FactoryClientSite client:
                new FactoryClientWeaving(il, runtime, _calls).Weave(client.Call);
                break;
            case ReplySite reply:
                messages.Weave(reply, handle);
                break;
            case AnswerSite answer:
                messages.Weave(answer, handle);
                break;
            case BodySite body:
                messages.Weave(body, handle);
                break;
            case BaseClientSite client:
                new BaseClientWeaving(il, runtime, _calls).Weave(client.Call);
                break;
            case TakeCall take:
                loops.Weave(take, handle);
                break;
            case ResultNote note:
                loops.Weave(note, handle);
                break;
            case ReaderMove move:
                loops.Weave(move, handle);
                break;
            case Note note:
                Instruction[] given = note.Kind == NoteKind.Remember ? [] : [Instruction.Create(OpCodes.Dup)];
                il.Append(note.Call, [.. given, .. handle, Instruction.Create(OpCodes.Call, _calls.To(NoteOf(note.Kind), []))]);
                break;
            case LoopEntry entry:
                iterator!.Weave(entry, handle);
                break;
            case AwaitSite wait:
                units.Weave(wait.Suspension, handle);
                break;
            case JoinSite join:
                units.Weave(join.Join, handle);
                break;
            case Yield yield:
                iterator!.Weave(yield, handle);
                break;
        }
    }

    private MethodDefinition NoteOf(NoteKind kind) => kind switch
    {
        NoteKind.LookUp => runtime.LookUp,
        NoteKind.Fill => runtime.Fill,
        _ => runtime.Remember,
    };

    private MethodReference Target(Redirect redirect)
    {
        var original = (MethodReference)redirect.Call.Operand;
        MethodReference target = _calls.To(redirect.Operator.Woven, new Substitution(original).Arguments);
        if (!SignatureMatch.CanReplaceCall(original, target))
            throw new MalformedBodyException($"{target.FullName} does not have the signature of {original.FullName}", redirect.Call);
        return target;
    }

    private void Report(MethodPlan plan, WeaveSummary summary)
    {
        if (plan.Sites.Any(site => site is not (AwaitSite or JoinSite))) summary.Methods++;
        foreach (PlannedSite site in plan.Sites)
        {
            switch (site)
            {
                case Redirect or Note or LoopCall or FillSite or CopySite or HandSite or ReplySite or AnswerSite or BodySite or BaseClientSite or FactoryClientSite or TakeCall or ReaderMove or LoopEntry or Yield:
                    summary.Sites++;
                    if (site.Row.OutputName is not null) summary.Outputs++;
                    log.Woven(site);
                    break;
                case FlowEnd { End.IsOnlyOne: true } end when EmptyCollections.Include(end.Call, end.End.RecordOperand, plan.Flow, types):
                    continue; // asked at run time, and there is nothing to end
                case FlowEnd:
                    summary.FlowEnds++;
                    break;
            }
            told.Tell(plan.Il.Method, site);
        }
    }
}
