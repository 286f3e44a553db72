using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
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
/// <param name="types">Knows what is a sequence.</param>
/// <param name="taken">What takes records out.</param>
/// <param name="given">What the method itself is given.</param>
/// <param name="origins">Knows what values are made of.</param>
/// <param name="aroundOf">Gives the loops around an instruction, by its number, from the innermost out.</param>
internal sealed class FillSearch(
    MethodIl il, Func<StackFlow> flow, HandOverMap handOvers, ReceivingMethods receivers, SequenceTypes types, TakenRecords? taken, GivenBody? given, Func<ValueOrigins> origins, Func<int, IReadOnlyList<ILoop>> aroundOf)
{
    private readonly Dictionary<Instruction, FilledCall> _fills = [];
    private readonly Dictionary<Instruction, HandedCall> _hands = [];
    private PassingCollections? _passing;
    private Reach? _takenReach;
    private Reach? _givenReach;

    private Reach TakenReach => _takenReach ??= Reach.Of(il, flow(), new HashSet<Instruction>(taken!.All).Contains);

    private Reach GivenReach(GivenBody body) => _givenReach ??= Reach.Of(il, flow(), body.IsArgument);

    public IReadOnlyDictionary<Instruction, FilledCall> Fills => _fills;

    public IReadOnlyDictionary<Instruction, HandedCall> Hands => _hands;

    public void Run(FollowedActions actions, IReadOnlyDictionary<Instruction, FollowedCall> followed)
    {
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (instruction.Previous?.OpCode.OpCodeType == OpCodeType.Prefix || followed.ContainsKey(instruction) || actions.Follows(instruction)) continue;
            if (receivers.NumberToTell(instruction) is { } number) AddHand(instruction, i, number);
            else if (Fill.MayBe(instruction) && handOvers.Find(instruction) is null) AddFill(instruction, i);
        }
    }

    private void AddFill(Instruction instruction, int number)
    {
        if (!flow().Contains(instruction) || Fill.Of(instruction, flow(), il, types) is not { } fill) return;
        IReadOnlyList<ILoop> loops = Made(fill.Values, number, isCall: Fill.IsPutByCall(instruction) || Fill.IsFieldStore(instruction, flow())).Loops;
        if (loops.Count == 0) return;
        IReadOnlyList<Instruction> collections = [.. fill.Collections.SelectMany(collection => flow().Producers(collection.Consumer, collection.Position)).Distinct()];
        if (fill.Collections.Count > 0 && (collections.Count == 0 || collections.Any(IsAddress))) return;
        if (fill.Collections.Count > 0 && (_passing ??= new PassingCollections(il, flow(), types)).Include(collections, loops[0])) return;
        _fills.Add(instruction, new FilledCall(NameOf(instruction), loops, collections, fill.Collections.Count == 0 && new Substitution((MethodReference)instruction.Operand).Result is { IsValueType: true } box ? box : null));
    }

    private void AddHand(Instruction call, int number, int method)
    {
        if (!flow().Contains(call)) return;
        bool sends = method == ContractNames.SendingNumber;
        int first = sends ? SendingCalls.FirstArgument : call.OpCode.Code != Code.Newobj && ((MethodReference)call.Operand).HasThis ? 1 : 0;
        if (!sends && call.OpCode.Code != Code.Newobj && Awaited.GivenBy(call) is null) return; // others start a task of their own
        (IReadOnlyList<ILoop> loops, bool isKept) = Made([.. Enumerable.Range(first, flow().OperandCount(call) - first).Where(argument => !GivenBody.IsClosure(ParameterOf(call, argument))).Select(argument => new Operand(call, argument))], number, isCall: true);
        if (loops.Count == 0 && !sends) return;
        bool isOfLambda = sends && loops.All(loop => loop is GivenBody) && LambdaArguments.Of(il, flow(), given) is { } arguments && Enumerable.Range(first, flow().OperandCount(call) - first).Any(argument => arguments.MayMake(new Operand(call, argument)));
        _hands.Add(call, new HandedCall(NameOf(call), method, loops, isKept, isOfLambda));
    }

    private static TypeReference ParameterOf(Instruction call, int operand)
    {
        var called = (MethodReference)call.Operand;
        return called.Parameters[operand - (called.HasThis && call.OpCode.Code != Code.Newobj ? 1 : 0)].ParameterType;
    }

    // The loops and records that values are made of, from the innermost out. A store to an array is often the inside of a collection that the program has written, or of an algorithm: it asks for
    // nothing that would cost such code its speed.
    private (IReadOnlyList<ILoop> Loops, bool IsKept) Made(IReadOnlyList<Operand> values, int number, bool isCall)
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
            if (taken is null || !part.Any(TakenReach.Includes)) continue;
            (IReadOnlyList<TakenRecord> madeOf, bool isTakenBefore) = taken.MadeOf(part.Key, [.. part.Select(value => value.Position)], around, origins(), orOfLoops: false);
            records.AddRange(madeOf.Where(record => (isCall || record.Take.Read is null) && records.All(known => known.Take != record.Take)));
            isKept |= isTakenBefore;
        }
        if (isCall && given is not null && values.Any(GivenReach(given).Includes)) loops = [.. loops, given];
        return ([.. loops.Concat(records).OrderBy(loop => loop.Length)], isKept);
    }

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
