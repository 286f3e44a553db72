using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Readers;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Units;
using Weft.Fody.Source;
using Weft.Sites;

namespace Weft.Fody.Planning;

/// <summary>Says of a method's sites what the site table holds: operator, place, and the names that records come from and go to.</summary>
internal sealed class SiteDescription(MethodIl il, StackFlow flow, IReadOnlyDictionary<Instruction, MappedOperator> operators, MethodNames methods)
{
    private readonly LocalNames _locals = new(il.Method);

    public Redirect Redirect(Instruction call, MappedOperator target, Take? told)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        SiteRow row = Row(call, location, target.Row.Title, argument: 0);
        row.OutputName = new OutputNames(il, flow, operators, _locals, methods).Find(call);
        return new Redirect(call, row, location, target, told);
    }

    public FlowEnd FlowEnd(Instruction call, EndingCall end)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        if (call.Operand is not MethodReference called || IsSpread(call, called)) return new FlowEnd(call, Row(location, "[..]"), location, end);

        string name = call.OpCode.Code == Code.Newobj ? "new " + called.DeclaringType.Name.Split('`')[0] : GeneratedNames.LocalFunction(called.Name) ?? called.Name;
        SiteRow row = Row(call, location, name, argument: end.RecordOperand);
        return new FlowEnd(call, row, location, end);
    }

    // What a collection expression makes has no name in the source.
    private static bool IsSpread(Instruction call, MethodReference called) =>
        call.OpCode.Code == Code.Newobj && (GeneratedNames.IsGenerated(called.DeclaringType.Name) || called.Parameters.Count == 1 && called.Parameters[0].ParameterType.MetadataType == MetadataType.Int32);

    public LoopCall LoopCall(Instruction call, FollowedCall followed)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new LoopCall(call, Row(call, location, followed.Name, argument: 0), location, followed);
    }

    public FillSite Fill(Instruction call, FilledCall filled)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new FillSite(call, Row(call, location, filled.Name, argument: 0), location, filled);
    }

    public CopySite Copy(Instruction call, CopyingCall copy)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        var called = (MethodReference)call.Operand;
        return new CopySite(call, Row(location, copy.IsOfThis ? "new " + called.DeclaringType.Name.Split('`')[0] : called.Name), location, copy);
    }

    public HandSite Hand(Instruction call, HandedCall handed)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new HandSite(call, Row(location, handed.Name), location, handed);
    }

    public FactoryClientSite FactoryClient(Instruction call)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new FactoryClientSite(call, Row(location, "AddHttpClient"), location);
    }

    public ReplySite Reply(ReplyRead read, Take? take)
    {
        SourceLocation location = CallLocation.Of(read.Call, il, flow);
        return new ReplySite(read, Row(read.Call, location, ((MethodReference)read.Call.Operand).Name, argument: 0), location, take);
    }

    public AnswerSite Answer(AnswerCall answer)
    {
        SourceLocation location = answer.IsKept ? CallLocation.Of(answer.At, il, flow) : SourceLocation.Of(il.Method, answer.At);
        SiteRow row = Row(answer.At, location, answer.Name, answer.Operand);
        return new AnswerSite(answer, row, location);
    }

    public BodySite Body(ParameterDefinition parameter)
    {
        Instruction first = il.Instructions[0];
        SourceLocation location = SourceLocation.Of(il.Method, first);
        SiteRow row = Row(location, "body");
        row.SourceName = parameter.Name;
        return new BodySite(first, row, location, parameter);
    }

    public BaseClientSite BaseClient(Instruction call)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new BaseClientSite(call, Row(location, "base"), location);
    }

    public CaptureSite Capture(Instruction store, CapturedStore captured)
    {
        SourceLocation location = SourceLocation.Of(il.Method, store);
        return new CaptureSite(store, Row(location, ((FieldReference)store.Operand).Name), location, captured);
    }

    public ReturnSite Return(Instruction end, ToldResult told)
    {
        SourceLocation location = SourceLocation.Of(il.Method, end);
        return new ReturnSite(end, Row(location, "return"), location, told);
    }

    public TakeCall TakeCall(Take take)
    {
        SourceLocation location = CallLocation.Of(take.Call, il, flow);
        return new TakeCall(take.Call, Row(take.Call, location, take.Name, argument: 0), location, take);
    }

    public ReaderMove ReaderMove(ReaderCall read)
    {
        SourceLocation location = SourceLocation.Of(il.Method, read.Call);
        SiteRow row = Row(location, ((MethodReference)read.Call.Operand).Name);
        row.SourceName = read.SourceName ?? CallName(read.Call);
        return new ReaderMove(read.Call, row, location, read);
    }

    public LoopEntry LoopEntry(Instruction at, ReadPlace place, EntryKind kind)
    {
        SourceLocation location = CallLocation.Of(at, il, flow);
        SiteRow row = Row(location, "foreach");
        row.SourceName = ReadName(at, kind);
        return new LoopEntry(at, row, location, place, kind);
    }

    public Yield Yield(YieldPoint point)
    {
        SourceLocation location = SourceLocation.Of(il.Method, point.Store);
        return new Yield(point.Store, Row(location, "yield"), location, point);
    }

    public AwaitSite Await(Suspension suspension)
    {
        SourceLocation location = SourceLocation.Of(il.Method, suspension.Call);
        return new AwaitSite(suspension, Row(location, "await"), location);
    }

    public JoinSite Join(Join join)
    {
        SourceLocation location = SourceLocation.Of(il.Method, join.Call);
        return new JoinSite(join, Row(location, "await"), location);
    }

    private SiteRow Row(Instruction call, SourceLocation location, string operatorName, int argument)
    {
        SiteRow row = Row(location, operatorName);
        if (argument < flow.OperandCount(call)) row.SourceName = SourceName(flow.Producers(call, argument));
        return row;
    }

    private SiteRow Row(SourceLocation location, string operatorName) => new()
    {
        Operator = operatorName,
        Method = methods.Full(il.Method),
        File = location.File,
        Line = location.Line,
        Column = location.Column,
    };

    // What is read: the receiver of a call that gives an enumerator, or an array that is stored.
    private string? ReadName(Instruction at, EntryKind kind)
    {
        IReadOnlyList<Instruction> read = kind == EntryKind.Collection ? flow.Producers(at, at.OpCode.Code == Code.Stfld ? 1 : 0) : [at];
        if (read.Count == 1 && read[0] is { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { Name: "GetEnumerator", HasThis: true } }) read = flow.Producers(read[0], 0);
        return SourceName(read);
    }

    // Where paths join, the argument may have been read from several places: then it has no one name.
    private string? SourceName(IReadOnlyList<Instruction> producers) =>
        producers.Count == 1 ? ValueNames.Read(producers[0], il, _locals) ?? CallName(producers[0]) : null;

    // What a call gives that nobody follows is a source by the name of the call: Directory.EnumerateFiles, text.Split, connection.Query.
    private string? CallName(Instruction producer)
    {
        if (producer is not { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference called } || operators.ContainsKey(producer)) return null;
        if (called is { Name: "AsEnumerable", DeclaringType.Name: "Enumerable" }) return SourceName(flow.Producers(producer, 0));
        if (CallNames.Method(called) is not { } method) return null;
        string? owner = CallNames.IsOnFirstOperand(called) ? Receiver(producer) : CallNames.IsOfType(called, il.Method.DeclaringType) ? null : CallNames.Type(called);
        return owner is null or "this" ? method : owner + "." + method;
    }

    private string? Receiver(Instruction call) => flow.Producers(call, 0) is { Count: 1 } receivers ? ValueNames.Read(receivers[0], il, _locals) : null;
}
