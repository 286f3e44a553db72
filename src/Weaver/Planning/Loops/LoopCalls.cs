using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Readers;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Loops;

/// <summary>What is called in the body of a loop.</summary>
internal enum LoopCallKind
{
    /// <summary><c>List&lt;T&gt;.Add</c>.</summary>
    Add,

    /// <summary><c>ChannelWriter&lt;T&gt;.TryWrite</c>.</summary>
    TryWrite,

    /// <summary><c>ChannelWriter&lt;T&gt;.WriteAsync</c>.</summary>
    WriteAsync,

    /// <summary><c>List&lt;T&gt;.ForEach</c>.</summary>
    ForEach,

    /// <summary><c>Array.ForEach</c>.</summary>
    ForEachOfArray,

    /// <summary><c>ImmutableList&lt;T&gt;.ForEach</c>.</summary>
    ForEachOfImmutable,
}

/// <summary>A call that is told which record the loops around it are at.</summary>
internal sealed class FollowedCall(LoopCallKind kind, TypeReference item, IReadOnlyList<ILoop> loops, bool isKept = false)
{
    public LoopCallKind Kind => kind;

    /// <summary>The type of the collection's items.</summary>
    public TypeReference Item => item;

    /// <summary>The loops around the call, from the innermost out; at least one around anything but a <c>ForEach</c>.</summary>
    public IReadOnlyList<ILoop> Loops => loops;

    /// <summary>Whether the item may be made of other records than those that the loops are at.</summary>
    public bool IsKept => isKept;
}

/// <summary>The calls of one method that are told the record of the loops around them, and the calls of readers that those loops read by.</summary>
internal sealed class LoopCalls(IReadOnlyDictionary<Instruction, FollowedCall> calls, IReadOnlyDictionary<Instruction, ReaderCall> reads)
{
    private const string ChannelWriter = "System.Threading.Channels.ChannelWriter`1";

    private static readonly LoopCalls _none = new(new Dictionary<Instruction, FollowedCall>(), new Dictionary<Instruction, ReaderCall>());

    public IReadOnlyDictionary<Instruction, FollowedCall> Calls => calls;

    public IReadOnlyDictionary<Instruction, ReaderCall> Reads => reads;

    public bool IsEmpty => calls.Count == 0;

    /// <param name="il">The method.</param>
    /// <param name="actions">The calls of <c>ForEach</c> that are followed, and their lambdas.</param>
    /// <param name="types">Knows what is a sequence.</param>
    /// <param name="flow">Gives the method's stack; asked for only when there is something to look for.</param>
    public static LoopCalls Find(MethodIl il, FollowedActions actions, SequenceTypes types, Func<StackFlow> flow)
    {
        bool isAction = actions.IsAction(il.Method);
        // Locals that start as null are what keeps the runtime's knowledge of a loop.
        bool hasLoops = il.Method.Body.InitLocals && LoopSearch.IsWorthwhile(il), hasReaders = il.Method.Body.InitLocals && ReaderCalls.AreIn(il);
        if (!il.Instructions.Any(i => KindOf(i) is not null || actions.Follows(i)) || !(isAction || hasLoops || hasReaders || il.Instructions.Any(actions.Follows))) return _none;

        IReadOnlyList<Loop> loops = hasLoops ? new LoopSearch(il, flow()).Run() : [];
        IReadOnlyList<ReaderLoop> readerLoops = hasReaders ? new ReaderLoopSearch(il, flow()).Run() : [];
        ValueOrigins? origins = null;
        var found = new Dictionary<Instruction, FollowedCall>();
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction call = il.Instructions[i];
            bool isForEach = actions.Follows(call);
            LoopCallKind? kind = KindOf(call);
            if ((kind is null && !isForEach) || call.Previous?.OpCode.Code == Code.Tail) continue;
            IEnumerable<ILoop> around = [.. loops.Where(loop => loop.Contains(i)), .. readerLoops.Where(loop => loop.Contains(i)), .. isAction ? new ILoop[] { ActionBody.Instance } : []];
            ILoop[] inOrder = around.OrderBy(loop => loop.Length).ToArray();
            if (isForEach) found.Add(call, new FollowedCall(FollowedActions.KindOf(call), FollowedActions.ItemOf(call), inOrder));
            if (isForEach || inOrder.Length == 0) continue;
            bool isKept = flow().Contains(call) && IsKept(call, inOrder.Reverse(), origins ??= new ValueOrigins(il, flow(), types, [], []));
            found.Add(call, new FollowedCall(kind!.Value, ((GenericInstanceType)((MethodReference)call.Operand).DeclaringType).GenericArguments[0], inOrder, isKept));
        }
        IEnumerable<ReaderCall> reads = found.Values.SelectMany(call => call.Loops).OfType<ReaderLoop>().SelectMany(loop => loop.Reads).Distinct();
        return new LoopCalls(found, reads.ToDictionary(read => read.Call));
    }

    // A collection that is added may be filled later on, by whoever takes it out again.
    private static bool IsKept(Instruction call, IEnumerable<ILoop> around, ValueOrigins origins) =>
        origins.OriginOf(call, 1, around).IsKept || origins.IsChangedWithin(call, 0, around);

    /// <summary>What takes an item that follows from the record of the loops around it; null for anything else.</summary>
    public static LoopCallKind? KindOf(Instruction instruction)
    {
        if (instruction.OpCode.Code != Code.Callvirt || instruction.Operand is not MethodReference called) return null;
        if (IsAdd(called)) return LoopCallKind.Add;
        if (called.Name is not ("TryWrite" or "WriteAsync") || called.DeclaringType.GetElementType().FullName != ChannelWriter) return null;
        return called.Name == "TryWrite" ? LoopCallKind.TryWrite : LoopCallKind.WriteAsync;
    }

    /// <summary>Whether a method is <c>List&lt;T&gt;.Add</c>.</summary>
    public static bool IsAdd(MethodReference? called) =>
        called is { Name: "Add", Parameters.Count: 1, DeclaringType: GenericInstanceType { GenericArguments.Count: 1 } type } && type.ElementType.FullName == "System.Collections.Generic.List`1";
}
