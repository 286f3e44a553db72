using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Configuration;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Lambdas;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Readers;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Units;
using Weft.Fody.Reporting;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

/// <summary>Pass: a plan for each method that calls an operator, ends a flow, or adds to lists in loops over records, rows or lines. Edits nothing.</summary>
internal sealed class SitePlanning(OperatorMap operators, FlowEnds flowEnds, FollowedIterators iterators, FollowedActions actions, FollowedHandlers handlers, ReceivingMethods receivers, CapturedVariables captures, ReturningMethods returning, ScalarCalls scalars, SelectorLambdas lambdas, HandOverMap handOvers, SequenceTypes types, WeaverMode mode, BuildLog log)
{
    private readonly MethodNames _methods = new();

    public IReadOnlyList<MethodPlan> Run(IReadOnlyList<MethodDefinition> methods)
    {
        var leftAlone = new HashSet<MethodDefinition>();
        return new PlanRounds(receivers, returning, captures, PlanOrLeave).Run(methods);

        MethodPlan? PlanOrLeave(MethodDefinition method)
        {
            MethodPlan? plan = null;
            if (!leftAlone.Contains(method) && !log.Guard(method, () => plan = Plan(method))) leftAlone.Add(method);
            return plan;
        }
    }

    private MethodPlan? Plan(MethodDefinition method)
    {
        FollowedIterators.PlannedIterator? iterator = iterators.Of(method);
        MethodIl il = iterator?.Il ?? new MethodIl(method);
        IReadOnlyDictionary<Instruction, MappedOperator> redirects = OperatorCalls.Find(il, operators);
        IReadOnlyDictionary<Instruction, EndingCall> ends = flowEnds.Find(il, redirects);
        StackFlow? walked = iterator?.Flow;
        LoopCalls loops = LoopCalls.Find(il, actions, handlers, receivers, captures, returning, scalars, handOvers, types, () => walked ??= StackFlow.Of(il));
        LambdaUse? use = actions.IsAction(method) ? null : lambdas.Of(method);
        UnitPlan units = mode == WeaverMode.Record
            ? UnitPlanning.Find(il, () => walked ??= StackFlow.Of(il), call => redirects.ContainsKey(call) || ends.ContainsKey(call) || loops.Calls.ContainsKey(call) || loops.Reads.ContainsKey(call) || loops.Takes.TryGetValue(call, out Take? taken) && taken.Read is not ResultRead)
            : UnitPlan.Nothing;
        IReadOnlyDictionary<Instruction, CopyingCall> copies = CopyingCall.Find(il, () => walked ??= StackFlow.Of(il), types);
        HashSet<Instruction> clients = BaseClient.Find(il, mode);
        HashSet<Instruction> factories = FactoryClient.Find(il, mode);
        IReadOnlyDictionary<Instruction, ReplyRead> replies = mode == WeaverMode.Record ? il.Instructions.Select(ReplyRead.Of).OfType<ReplyRead>().ToDictionary(read => read.Call) : new Dictionary<Instruction, ReplyRead>();
        ParameterDefinition? body = mode == WeaverMode.Record ? handlers.BodyOf(method) : null;
        bool asks = loops.Asked.Count + loops.AskedByResults.Count > 0;
        bool isPlain = clients.Count + factories.Count == 0 && replies.Count == 0 && body is null && redirects.Count == 0 && ends.Count == 0 && loops.IsEmpty && copies.Count == 0 && iterator is null && units.IsEmpty;
        if (isPlain && use is null && !asks) return null;

        StackFlow flow = walked ?? StackFlow.Of(il);
        var notes = Notes.Of(il, flow, types, use);
        HashSet<int> results = use is { GivesValues: true } ? LambdaReads.ResultsIn(il, flow, types, returning) : [];
        if (isPlain && notes.IsEmpty && !asks && results.Count == 0) return null;
        var description = new SiteDescription(il, flow, redirects, _methods);
        var sites = new List<PlannedSite>();
        IReadOnlyDictionary<Instruction, PlannedSite> reads = Reads(iterator?.Plan, description);
        Dictionary<Instruction, PlannedSite> waits = units.Suspensions.Select(description.Await).Concat<PlannedSite>(units.Joins.Select(description.Join)).ToDictionary(site => site.Call);
        if (body is not null) sites.Add(description.Body(body));
        foreach (Instruction call in il.Instructions)
        {
            if (!redirects.ContainsKey(call) && !ends.ContainsKey(call) && !reads.ContainsKey(call) && !waits.ContainsKey(call)) sites.AddRange(notes.At(call));
            if (results.Count > 0 && returning.NumberToAsk(call) is { } result && results.Contains(result) && call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix && flow.Contains(call)) sites.Add(Notes.OfResult(call, result, isTaken: loops.Takes.ContainsKey(call), use!.Site, il));
            if (copies.TryGetValue(call, out CopyingCall? copy)) sites.Add(description.Copy(call, copy));
            if (loops.Fills.TryGetValue(call, out FilledCall? filled)) sites.Add(description.Fill(call, filled)); // before what else is done at the call: it stands behind
            if (loops.Answers.TryGetValue(call, out AnswerCall? answer)) sites.Add(description.Answer(answer));
            if (replies.TryGetValue(call, out ReplyRead? reply) && flow.Contains(call)) sites.Add(description.Reply(reply, loops.Takes.TryGetValue(call, out Take? taken) ? taken : null));
            if (factories.Contains(call)) sites.Add(description.FactoryClient(call));
            if (clients.Contains(call)) sites.Add(description.BaseClient(call));
            if (loops.Captured.TryGetValue(call, out CapturedStore? captured)) sites.Add(description.Capture(call, captured));
            if (loops.Results.TryGetValue(call, out ToldResult? told)) sites.Add(description.Return(call, told));
            if (loops.Hands.TryGetValue(call, out HandedCall? handed))
            {
                sites.Add(description.Hand(call, handed));
                if (!loops.Takes.ContainsKey(call)) continue;
            }
            if (loops.Calls.TryGetValue(call, out FollowedCall? followed))
            {
                sites.Add(description.LoopCall(call, followed));
                continue;
            }
            if (loops.Takes.TryGetValue(call, out Take? take) && take is { IsReply: false, Read: not ScalarRead })
            {
                sites.Add(description.TakeCall(take));
                continue;
            }
            if (waits.TryGetValue(call, out PlannedSite? wait))
            {
                sites.Add(wait);
                continue;
            }
            if (loops.Reads.TryGetValue(call, out ReaderCall? move)) sites.Add(description.ReaderMove(move));
            if (reads.TryGetValue(call, out PlannedSite? read)) sites.Add(read);
            bool isRedirect = redirects.TryGetValue(call, out MappedOperator? mapped);
            bool isEnd = ends.TryGetValue(call, out EndingCall? end);
            if (!isRedirect && !isEnd) continue;
            if (call.Previous?.OpCode.Code == Code.Tail) throw new MalformedBodyException("a tail call cannot be woven", call);
            if (lambdas.KeepingAt(call) is { } keeping) sites.Add(Notes.Remember(call, keeping, il));
            sites.Add(isRedirect ? description.Redirect(call, mapped!, take is { Read: ScalarRead } ? take : null) : description.FlowEnd(call, end!));
        }
        return new MethodPlan(il, flow, sites, iterator?.Plan, units, [.. loops.Asked, .. results], loops.AskedByResults);
    }

    // What an iterator reads and yields.
    private static Dictionary<Instruction, PlannedSite> Reads(IteratorPlan? iterator, SiteDescription description)
    {
        var reads = new Dictionary<Instruction, PlannedSite>();
        if (iterator is null) return reads;
        foreach (ReadPlace place in iterator.Places)
        {
            foreach ((Instruction at, EntryKind kind) in place.Entries) reads.Add(at, description.LoopEntry(at, place, kind));
        }
        foreach (YieldPoint point in iterator.Yields) reads.Add(point.Store, description.Yield(point));
        return reads;
    }
}
