using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Readers;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Values;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

/// <summary>The calls of one method that are told the records that their items follow from, and what tells those records: the calls of readers, and those that take records out.</summary>
internal sealed class LoopCalls(IReadOnlyDictionary<Instruction, FollowedCall> calls, IReadOnlyDictionary<Instruction, FilledCall> fills, IReadOnlyDictionary<Instruction, HandedCall> hands, IReadOnlyDictionary<Instruction, CapturedStore> captured, IReadOnlyDictionary<Instruction, ToldResult> results, IReadOnlyDictionary<Instruction, ReaderCall> reads, IReadOnlyDictionary<Instruction, Take> takes, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> askedByResults, IReadOnlyDictionary<Instruction, AnswerCall> answers)
{
    private static readonly LoopCalls _none = new(new Dictionary<Instruction, FollowedCall>(), new Dictionary<Instruction, FilledCall>(), new Dictionary<Instruction, HandedCall>(), new Dictionary<Instruction, CapturedStore>(), new Dictionary<Instruction, ToldResult>(), new Dictionary<Instruction, ReaderCall>(), new Dictionary<Instruction, Take>(), [], [], new Dictionary<Instruction, AnswerCall>());

    public IReadOnlyDictionary<Instruction, FollowedCall> Calls => calls;

    /// <summary>What puts records into collections where nobody follows them.</summary>
    public IReadOnlyDictionary<Instruction, FilledCall> Fills => fills;

    /// <summary>The calls of methods that put what they are given into collections.</summary>
    public IReadOnlyDictionary<Instruction, HandedCall> Hands => hands;

    /// <summary>The stores of captured variables that lambdas put in.</summary>
    public IReadOnlyDictionary<Instruction, CapturedStore> Captured => captured;

    /// <summary>Where the method gives a result that is made of records which it looks up.</summary>
    public IReadOnlyDictionary<Instruction, ToldResult> Results => results;

    public IReadOnlyDictionary<Instruction, ReaderCall> Reads => reads;

    public IReadOnlyDictionary<Instruction, Take> Takes => takes;

    /// <summary>The numbers of the methods whose results something is made of that is put in.</summary>
    public IReadOnlyCollection<int> Asked => asked;

    /// <summary>The numbers of the methods whose results the method's own is made of.</summary>
    public IReadOnlyCollection<int> AskedByResults => askedByResults;

    /// <summary>What puts values into the answers to requests.</summary>
    public IReadOnlyDictionary<Instruction, AnswerCall> Answers => answers;

    public bool IsEmpty => calls.Count + fills.Count + hands.Count + captured.Count + results.Count + answers.Count == 0;

    /// <summary>Whether a method is <c>List&lt;T&gt;.Add</c>.</summary>
    public static bool IsAdd(MethodReference? called) =>
        called is { Name: "Add", Parameters.Count: 1, DeclaringType: GenericInstanceType { GenericArguments.Count: 1 } type } && type.ElementType.FullName == "System.Collections.Generic.List`1";

    /// <param name="il">The method.</param>
    /// <param name="actions">The calls of <c>ForEach</c> that are followed, and their lambdas.</param>
    /// <param name="handlers">The delegates of blocks.</param>
    /// <param name="receivers">The methods that put what they are given into collections.</param>
    /// <param name="captures">The captured variables that lambdas put in.</param>
    /// <param name="returning">The methods that tell what their results are made of.</param>
    /// <param name="scalars">The operators that make one value of records.</param>
    /// <param name="handOvers">What hands records over.</param>
    /// <param name="types">Knows what is a sequence.</param>
    /// <param name="flow">Gives the method's stack; asked for only when there is something to look for.</param>
    public static LoopCalls Find(MethodIl il, FollowedActions actions, FollowedHandlers handlers, ReceivingMethods receivers, CapturedVariables captures, ReturningMethods returning, ScalarCalls scalars, HandOverMap handOvers, SequenceTypes types, Func<StackFlow> flow)
    {
        // Most methods that store to an array are at no record.
        bool mayAnswer = receivers.FollowsMessages && (handlers.IsOfRequest(il.Method) || il.Instructions.Any(AnswerCall.IsWrite));
        if (!mayAnswer && returning.Of(il.Method) is null && !il.Instructions.Any(MayPut) && !(il.Instructions.Any(i => Fill.MayBe(i) || captures.IsStore(i)) && MayHaveRecords())) return _none;
        return new Search(il, actions, handlers, receivers, captures, returning, scalars, handOvers, types, flow).Run();

        bool MayPut(Instruction i) => actions.Follows(i) || handOvers.Find(i) is { IsPut: true } || receivers.NumberToTell(i) is not null || Fill.IsPutByCall(i) || captures.IsStoredAgain(i);

        bool MayHaveRecords() => actions.IsAction(il.Method) || handlers.IsHandler(il.Method) || receivers.Of(il.Method) is not null || LoopSearch.IsWorthwhile(il) || ArrayLoopSearch.IsWorthwhile(il) || ReaderCalls.AreIn(il) || RecordReads.IsWorthwhile(il)
            || il.Instructions.Any(i => handOvers.Find(i) is { IsTake: true } || scalars.Find(i) is not null);
    }

    private sealed class Search(MethodIl il, FollowedActions actions, FollowedHandlers handlers, ReceivingMethods receivers, CapturedVariables captures, ReturningMethods returning, ScalarCalls scalars, HandOverMap handOvers, SequenceTypes types, Func<StackFlow> flow)
    {
        private readonly Dictionary<Instruction, FollowedCall> _found = [];
        private readonly GivenBody? _given = actions.IsAction(il.Method) || handlers.IsHandler(il.Method) ? null : receivers.Of(il.Method);
        private IReadOnlyList<Loop> _loops = [];
        private IReadOnlyList<ReaderLoop> _readerLoops = [];
        private TakenRecords? _taken;
        private ValueOrigins? _origins;
        private bool? _mayAsk;
        private readonly HashSet<int> _asked = [], _askedByResults = [];

        // Whether it calls any method whose result may be made of records.
        private bool MayAsk => _mayAsk ??= il.Instructions.Any(i => returning.Candidate(i) is not null);

        private ValueOrigins Origins => _origins ??= new ValueOrigins(il, flow(), types, [], [], _taken, returning);

        public LoopCalls Run()
        {
            if (il.StartsLocalsAsNull) // which is what keeps the runtime's knowledge of a loop
            {
                if (LoopSearch.IsWorthwhile(il)) _loops = [.. new LoopSearch(il, flow(), ofAll: true).Run().Where(loop => IsOfCompiler(loop.Enumerator, loop))];
                if (ArrayLoopSearch.IsWorthwhile(il)) _loops = [.. _loops, .. new ArrayLoopSearch(il, flow()).Run().Where(loop => IsOfCompiler(loop.Index!, loop))];
                if (ReaderCalls.AreIn(il)) _readerLoops = new ReaderLoopSearch(il, flow()).Run();
                _taken = TakenRecords.Find(il, handOvers, actions.IsAction(il.Method) ? CapturedVariables.None : captures, returning, scalars, types, receivers.FollowsMessages, flow);
            }
            for (int i = 0; i < il.Instructions.Count; i++)
            {
                Instruction call = il.Instructions[i];
                if (call.Previous?.OpCode.Code == Code.Tail) continue;
                if (actions.Follows(call)) _found.Add(call, new FollowedCall("ForEach", actions.TargetOf(call), Around(i)));
                else if (handOvers.Find(call) is { IsPut: true } put && flow().Contains(call) && Follow(call, i, put) is { } followed) _found.Add(call, followed);
            }
            FillSearch search = new(il, flow, handOvers, receivers, captures, types, _taken, _given, MayAsk ? _asked : null, () => Origins, Around);
            search.Run(actions, _found);
            if (receivers.FollowsMessages) search.RunAnswers(AnswerCall.In(il, handlers.IsOfRequest(il.Method)), handlers.Of(il.Method)?.Request);
            IReadOnlyDictionary<Instruction, ToldResult> results = returning.Of(il.Method) is { } returned ? new ReturnSearch(il, flow(), returned, _taken, MayAsk && returning.IsAskedByPuts(returned) ? _askedByResults : null, () => Origins).Run() : new Dictionary<Instruction, ToldResult>();
            List<ILoop> told = [.. search.Answers.Values.SelectMany(answer => answer.Records), .. _found.Values.SelectMany(call => call.Loops), .. search.Fills.Values.SelectMany(fill => fill.Loops), .. search.Hands.Values.SelectMany(hand => hand.Loops), .. search.Captures.Values.SelectMany(store => store.Loops), .. results.Values.SelectMany(result => result.Records)];
            return new LoopCalls(
                _found,
                search.Fills,
                search.Hands,
                search.Captures,
                results,
                told.OfType<ReaderLoop>().SelectMany(loop => loop.Reads).Distinct().ToDictionary(read => read.Call),
                told.OfType<TakenRecord>().Select(record => record.Take).Distinct().ToDictionary(take => take.Call),
                _asked,
                _askedByResults,
                search.Answers);
        }

        // `foreach`: its enumerator or index has no name. What a program reads by its own is followed record by record, in Debug and Release alike, though it may look like a loop in one of them.
        private bool IsOfCompiler(EnumeratorPlace place, Loop loop) => place.Local is { } local
            ? new LocalNames(il.Method).Of(local, il.Instructions[loop.Current]) is null
            : GeneratedNames.Variable(place.Field!.Name) is null;

        private IReadOnlyList<ILoop> Around(int number) =>
        [
            .. new ILoop[][] { [.. _loops.Where(loop => loop.Contains(number))], [.. _readerLoops.Where(loop => loop.Contains(number))], actions.IsAction(il.Method) ? [ActionBody.Instance] : handlers.Of(il.Method) is { } handler ? [handler] : [] }
                .SelectMany(loops => loops).OrderBy(loop => loop.Length),
        ];

        private FollowedCall? Follow(Instruction call, int number, MappedHandOver put)
        {
            IReadOnlyList<ILoop> loops = Around(number);
            int[] items = [.. Enumerable.Range(1, flow().OperandCount(call) - 1)];
            if (MayAsk) Origins.Reach(call, items, _asked);
            if (_taken is { AnyIsChanged: null }) _taken.AnyIsChanged = Origins.IsAnyChanged(_taken.Lookups);
            (IReadOnlyList<TakenRecord> records, bool isKept) = _taken?.MadeOf(call, items, loops, Origins) ?? ([], false);
            if (_given is not null && items.Any(item => Origins.IsMadeOf(call, item, [_given], orKept: false))) loops = [.. loops, _given];
            if (loops.Count == 0 && records.Count == 0) return null;
            IReadOnlyList<ILoop> all = [.. loops.Concat(records).OrderBy(loop => loop.Length)];
            bool isChanged = put.IsKeyed && _taken is { AnyIsChanged: true };
            return new FollowedCall(put.Row.Title, put.Woven, all, isKept || isChanged || IsKept(call, items, loops, all));
        }

        // A collection that is added may be filled later on, by whoever takes it out again.
        private bool IsKept(Instruction call, IReadOnlyList<int> items, IReadOnlyList<ILoop> loops, IReadOnlyList<ILoop> all) =>
            (loops.Count > 0 && items.Any(item => Origins.OriginOf(call, item, loops.Reverse()).IsKept)) || Origins.IsChangedWithin(call, 0, all.Reverse());
    }
}
