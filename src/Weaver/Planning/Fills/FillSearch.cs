using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Values;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Fills;

/// <summary>Finds what one method puts into collections where nobody follows it, and the calls that hand records to methods which put them in.</summary>
/// <param name="il">The method.</param>
/// <param name="flow">Gives its stack.</param>
/// <param name="handOvers">What is followed.</param>
/// <param name="receivers">The methods that put in what they are given.</param>
/// <param name="captures">The captured variables that lambdas put in.</param>
/// <param name="types">Knows what is a sequence.</param>
/// <param name="taken">What takes records out.</param>
/// <param name="given">What the method itself is given.</param>
/// <param name="asked">Takes the numbers of the methods whose results something is made of; null where the method calls none that may give records.</param>
/// <param name="origins">Knows what values are made of.</param>
/// <param name="aroundOf">Gives the loops around an instruction, by its number, from the innermost out.</param>
internal sealed class FillSearch(
    MethodIl il, Func<StackFlow> flow, HandOverMap handOvers, ReceivingMethods receivers, CapturedVariables captures, SequenceTypes types, TakenRecords? taken, GivenBody? given, HashSet<int>? asked, Func<ValueOrigins> origins, Func<int, IReadOnlyList<ILoop>> aroundOf)
{
    private readonly Dictionary<Instruction, FilledCall> _fills = [];
    private readonly Dictionary<Instruction, HandedCall> _hands = [];
    private readonly Dictionary<Instruction, CapturedStore> _captures = [];
    private readonly Dictionary<Instruction, AnswerCall> _answers = [];
    private PassingCollections? _passing;
    private AskedCollections? _asked;
    private Reach? _givenReach;

    private Reach GivenReach(GivenBody body) => _givenReach ??= Reach.Of(il, flow(), body.IsArgument);

    public IReadOnlyDictionary<Instruction, FilledCall> Fills => _fills;

    public IReadOnlyDictionary<Instruction, HandedCall> Hands => _hands;

    public IReadOnlyDictionary<Instruction, CapturedStore> Captures => _captures;

    public void Run(FollowedActions actions, IReadOnlyDictionary<Instruction, FollowedCall> followed)
    {
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (instruction.Previous?.OpCode.OpCodeType == OpCodeType.Prefix || followed.ContainsKey(instruction) || actions.Follows(instruction)) continue;
            if (receivers.NumberToTell(instruction) is { } number) AddHand(instruction, i, number);
            else if (captures.IsStore(instruction)) AddCapture(instruction, i);
            else if (Fill.MayBe(instruction) && handOvers.Find(instruction) is null) AddFill(instruction, i);
        }
    }

    /// <summary>What puts values into the answers to requests, with the records that they are made of.</summary>
    public IReadOnlyDictionary<Instruction, AnswerCall> Answers => _answers;

    /// <summary>Finds the records that answers are made of.</summary>
    /// <param name="calls">What puts values into them.</param>
    /// <param name="request">What the method is given by a request; null where requests do not come to it.</param>
    public void RunAnswers(IEnumerable<AnswerCall> calls, GivenBody? request)
    {
        foreach (AnswerCall call in calls.Where(call => flow().Contains(call.At)))
        {
            (IReadOnlyList<ILoop> records, bool isKept) = Made([new Operand(call.At, call.Operand)], il.Numbers[call.At], isOfOthers: true, asks: true);
            bool isAsked = false;
            var certain = new CertainValue(il, flow(), IsKnown);
            bool isCertain = certain.Is(call.At, call.Operand);
            _answers[call.At] = call with { Records = records, Others = isKept || !isCertain ? OtherRecords.Perhaps : isAsked ? OtherRecords.WhereNoneIsTold : OtherRecords.None };

            bool IsKnown(Instruction instruction)
            {
                if (request?.IsArgument(instruction) == true || given?.IsArgument(instruction) == true) return true;
                if (taken?.Takes.FirstOrDefault(take => take.Call == instruction || take.Given == instruction) is not { } take) return false;
                isAsked |= take.Read is ReturnedRead;
                return true;
            }
        }
    }

    private void AddFill(Instruction instruction, int number)
    {
        if (!flow().Contains(instruction) || Fill.Of(instruction, flow(), il, types) is not { } fill) return;
        IReadOnlyList<ILoop> loops = Made(fill.Values, number, isOfOthers: Fill.IsPutByCall(instruction) || Fill.IsStoreToOthers(instruction, flow(), il)).Loops;
        if (loops.Count == 0) return;
        IReadOnlyList<Instruction> collections = [.. fill.Collections.SelectMany(collection => flow().Producers(collection.Consumer, collection.Position)).Distinct()];
        if (fill.Collections.Count > 0 && (collections.Count == 0 || collections.Any(IsAddress))) return;
        if (fill.Collections.Count > 0 && (_asked ??= new AskedCollections(il, flow())).Include(collections)) return;
        if (fill.Collections.Count > 0 && (_passing ??= new PassingCollections(il, flow(), types)).Include(collections, loops[0])) return;
        _fills.Add(instruction, new FilledCall(NameOf(instruction), loops, collections, fill.Collections.Count == 0 && new Substitution((MethodReference)instruction.Operand).Result is { IsValueType: true } box ? box : null));
    }

    private void AddCapture(Instruction store, int number)
    {
        if (!flow().Contains(store)) return;
        (IReadOnlyList<ILoop> loops, bool isKept) = Made([new Operand(store, 1)], number, isOfOthers: true, asks: true);
        if (loops.Count > 0 || captures.IsStoredAgain(store)) _captures.Add(store, new CapturedStore(loops, isKept));
    }

    private void AddHand(Instruction call, int number, int method)
    {
        if (!flow().Contains(call)) return;
        bool sends = method == ContractNames.SendingNumber;
        int first = sends ? SendingCalls.FirstArgument : call.OpCode.Code != Code.Newobj && ((MethodReference)call.Operand).HasThis ? 1 : 0;
        if (!sends && call.OpCode.Code != Code.Newobj && Awaited.GivenBy(call) is null) return; // others start a task of their own
        (IReadOnlyList<ILoop> loops, bool isKept) = Made([.. Enumerable.Range(first, flow().OperandCount(call) - first).Where(argument => !GivenBody.IsClosure(ParameterOf(call, argument))).Select(argument => new Operand(call, argument))], number, isOfOthers: true);
        if (loops.Count == 0 && !sends) return;
        bool isOfLambda = sends && loops.All(loop => loop is GivenBody) && LambdaArguments.Of(il, flow(), receivers.OfAny(il.Method)) is { } arguments && Enumerable.Range(first, flow().OperandCount(call) - first).Any(argument => arguments.MayMake(new Operand(call, argument)));
        _hands.Add(call, new HandedCall(NameOf(call), method, loops, isKept, isOfLambda));
    }

    private static TypeReference ParameterOf(Instruction call, int operand)
    {
        var called = (MethodReference)call.Operand;
        return called.Parameters[operand - (called.HasThis && call.OpCode.Code != Code.Newobj ? 1 : 0)].ParameterType;
    }

    // The loops and records that values are made of, from the innermost out. What is moved within one array is the inside of an algorithm, and a store to an array that the method has made itself, of what it is given, the inside
    // of a collection that the program has written: they ask for nothing that would cost such code its speed. Nor does what is handed on, or put in where nobody follows it, ask methods for what their results are made of: nearly all code would be asked.
    private (IReadOnlyList<ILoop> Loops, bool IsKept) Made(IReadOnlyList<Operand> values, int number, bool isOfOthers, bool asks = false)
    {
        IReadOnlyList<ILoop> around = aroundOf(number);
        IReadOnlyList<ILoop> loops = around;
        bool isKept = false;
        if (loops.Count > 0)
        {
            if (!values.Any(value => origins().IsMadeOf(value.Consumer, value.Position, loops.Reverse(), orKept: true))) loops = [];
            else isKept = values.Any(value => !origins().IsChangedByCallAlone(value.Consumer, value.Position) && origins().OriginOf(value.Consumer, value.Position, loops.Reverse()).IsKept);
        }
        var records = new List<TakenRecord>();
        foreach (IGrouping<Instruction, Operand> part in values.GroupBy(value => value.Consumer))
        {
            int[] operands = [.. part.Select(value => value.Position)];
            if (asked is not null && asks) origins().Reach(part.Key, operands, asked);
            if (taken is null) continue;
            (IReadOnlyList<TakenRecord> madeOf, bool isTakenBefore) = taken.MadeOf(part.Key, operands, around, origins(), orOfLoops: false, asks);
            records.AddRange(madeOf.Where(record => !IsWithinOneArray(part.Key, record.Take) && records.All(known => known.Take != record.Take)));
            isKept |= isTakenBefore;
        }
        if (isOfOthers && given is not null && values.Any(GivenReach(given).Includes)) loops = [.. loops, given];
        return ([.. loops.Concat(records).OrderBy(loop => loop.Length)], isKept);
    }

    // array[i] = array[j]
    private bool IsWithinOneArray(Instruction store, Take take) => take.Read is ItemRead && Fill.IsElementStore(store)
        && flow().Producers(store, 0) is { Count: 1 } to && flow().Producers(take.Call, 0) is { Count: 1 } from && (to[0] == from[0] || (VariableOf(to[0]) is { } variable && variable.Equals(VariableOf(from[0]))));

    private object? VariableOf(Instruction load) => load.Operand is FieldReference field ? field.FullName : Operands.LoadedLocal(load, il.Method) ?? (object?)Operands.LoadedParameter(load, il.Method);

    private static bool IsAddress(Instruction instruction) => instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S or Code.Ldflda or Code.Ldsflda or Code.Ldelema
        || instruction.Operand is MethodReference { ReturnType: ByReferenceType };

    private static string NameOf(Instruction instruction)
    {
        if (instruction.Operand is not MethodReference called) return "[..] =";
        if (GeneratedNames.LocalFunction(called.Name) is { } local) return local;
        return called.Name switch
        {
            ".ctor" => "new " + called.DeclaringType.Name.Split('`')[0],
            "set_Item" or "Set" => "[..] =",
            _ => called.Name.Substring(called.Name.LastIndexOf('.') + 1),
        };
    }
}
