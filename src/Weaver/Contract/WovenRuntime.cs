using Fody;
using Mono.Cecil;
using Weft.Fody.Configuration;

namespace Weft.Fody.Contract;

/// <summary>The runtime assembly as the build resolves it: read, never loaded.</summary>
internal sealed class WovenRuntime
{
    private WovenRuntime(AssemblyDefinition assembly, TypeDefinition woven, TypeDefinition lineage)
    {
        Assembly = assembly;
        Woven = woven;
        Lineage = lineage;
        RegisterModule = Method(ContractNames.RegisterModule, parameters: 2);
        Cut = Method(ContractNames.Cut, parameters: 2);
        CutFrom = Method(ContractNames.CutFrom, parameters: 3);
        CutTask = Method(ContractNames.CutTask, parameters: 3);
        CutValueTask = Method(ContractNames.CutValueTask, parameters: 3);
        RecordOf = Method(ContractNames.RecordOf, parameters: 3, ofFirst: "System.Collections.Generic.IEnumerator`1");
        RecordOfList = Method(ContractNames.RecordOf, parameters: 3, ofFirst: "System.Collections.Generic.List`1/Enumerator");
        RecordOfAsync = Method(ContractNames.RecordOf, parameters: 3, ofFirst: "System.Collections.Generic.IAsyncEnumerator`1");
        RecordOfConfigured = Method(ContractNames.RecordOf, parameters: 3, ofFirst: "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1/Enumerator");
        RecordAt = Method(ContractNames.RecordAt, parameters: 4);
        RecordOfItem = Method(ContractNames.RecordOfItem, parameters: 5);
        LoopOver = Method(ContractNames.LoopOver, parameters: 1);
        MovedOn = Method(ContractNames.MovedOn, parameters: 1);
        RecordOfLoop = Method(ContractNames.RecordOfLoop, parameters: 2);
        Within = Method(ContractNames.Within, parameters: 3);
        Kept = Method(ContractNames.Kept, parameters: 2);
        ForEach = Method(ContractNames.ForEach, parameters: 4, ofFirst: "System.Collections.Generic.List`1");
        ForEachOfImmutable = Method(ContractNames.ForEach, parameters: 4, ofFirst: "System.Collections.Immutable.ImmutableList`1");
        ForEachOfArray = Woven.Methods.FirstOrDefault(m => m.Name == ContractNames.ForEach && m.Parameters[0].ParameterType is ArrayType) ?? throw Missing(assembly, $"{ContractNames.Woven}.{ContractNames.ForEach}");
        NoRecord = Method(ContractNames.NoRecord, parameters: 0);
        RecordOfAction = Method(ContractNames.RecordOfAction, parameters: 1);
        WithinMessage = Method(ContractNames.WithinMessage, parameters: 2);
        CurrentRecord = Method(ContractNames.CurrentRecord, parameters: 0);
        RecordOfReader = Method(ContractNames.RecordOfReader, parameters: 2);
        RowRead = Method(ContractNames.RowRead, parameters: 4);
        LineRead = Method(ContractNames.LineRead, parameters: 4);
        LookUp = Method(ContractNames.LookUp, parameters: 2);
        LookUpRecord = Method(ContractNames.LookUpRecord, parameters: 2);
        Fill = Method(ContractNames.Fill, parameters: 2);
        FillOf = Method(ContractNames.Fill, parameters: 3);
        Copied = Method(ContractNames.Copied, parameters: 3);
        RecordOfHolder = Method(ContractNames.RecordOfHolder, parameters: 2);
        Hand = Method(ContractNames.Hand, parameters: 2);
        Handed = Method(ContractNames.Handed, parameters: 3);
        TakeBack = Method(ContractNames.TakeBack, parameters: 0);
        OfLambda = Method(ContractNames.OfLambda, parameters: 2);
        Sending = Method(ContractNames.Sending, parameters: 1);
        LineageHandlers = Method(ContractNames.LineageHandlers, parameters: 0);
        GiveBack = Method(ContractNames.GiveBack, parameters: 3);
        Expect = Method(ContractNames.Expect, parameters: 0);
        Returned = Method(ContractNames.Returned, parameters: 2);
        ScalarRecord = Method(ContractNames.ScalarRecord, parameters: 1);
        ReturnedLate = Method(ContractNames.ReturnedLate, parameters: 3);
        Answer = Method(ContractNames.Answer, parameters: 4);
        AnswerOf = Method(ContractNames.AnswerOf, parameters: 4);
        Body = Method(ContractNames.Body, parameters: 2);
        Remember = Method(ContractNames.Remember, parameters: 1);
        Loop = Method(ContractNames.Loop, parameters: 2, ofFirst: "System.Collections.Generic.IEnumerator`1");
        LoopAsync = Method(ContractNames.Loop, parameters: 1, ofFirst: "System.Collections.Generic.IAsyncEnumerator`1");
        LoopConfigured = Method(ContractNames.Loop, parameters: 1, ofFirst: "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1/Enumerator");
        Iterators = new IteratorContract(this);
        Received = Method(ContractNames.Received, parameters: 1);
        LoopRecord = Type(assembly, ContractNames.LoopRecord);
        Units = new UnitContract(this);
        LoopSource = Type(assembly, ContractNames.LoopSource);
        WovenAssemblyConstructor = Type(assembly, ContractNames.WovenAssemblyAttribute).Methods.Single(m => m.IsConstructor && !m.IsStatic);
    }

    public AssemblyDefinition Assembly { get; }

    /// <summary>The one class that woven code calls.</summary>
    public TypeDefinition Woven { get; }

    /// <summary>The mode struct that stands as first generic argument of each call.</summary>
    public TypeDefinition Lineage { get; }

    public MethodDefinition RegisterModule { get; }

    public MethodDefinition Cut { get; }

    /// <summary>As <see cref="Cut"/>, with what the call took.</summary>
    public MethodDefinition CutFrom { get; }

    /// <summary>As <see cref="CutFrom"/>, of a call that gives a <c>Task&lt;T&gt;</c>.</summary>
    public MethodDefinition CutTask { get; }

    /// <summary>As <see cref="CutFrom"/>, of a call that gives a <c>ValueTask&lt;T&gt;</c>.</summary>
    public MethodDefinition CutValueTask { get; }

    /// <summary>The record that a loop by <c>IEnumerator&lt;T&gt;</c> is at.</summary>
    public MethodDefinition RecordOf { get; }

    /// <summary>The record that a loop by <c>List&lt;T&gt;.Enumerator</c> is at.</summary>
    public MethodDefinition RecordOfList { get; }

    /// <summary>The record that a loop by <c>IAsyncEnumerator&lt;T&gt;</c> is at.</summary>
    public MethodDefinition RecordOfAsync { get; }

    /// <summary>The record that a loop by <c>ConfiguredCancelableAsyncEnumerable&lt;T&gt;.Enumerator</c> is at.</summary>
    public MethodDefinition RecordOfConfigured { get; }

    /// <summary>The record that a loop over an array is at.</summary>
    public MethodDefinition RecordAt { get; }

    /// <summary>The record of an item that is read by its index.</summary>
    public MethodDefinition RecordOfItem { get; }

    /// <summary>What a loop reads that knows a collection by an enumerator of the collection's own.</summary>
    public MethodDefinition LoopOver { get; }

    /// <summary>Follows each <c>MoveNext</c> of a loop.</summary>
    public MethodDefinition MovedOn { get; }

    /// <summary>The record that such a loop is at.</summary>
    public MethodDefinition RecordOfLoop { get; }

    /// <summary>The record of a loop within that of another one.</summary>
    public MethodDefinition Within { get; }

    /// <summary>The record of an item that may be made of others, too.</summary>
    public MethodDefinition Kept { get; }

    /// <summary>Takes the place of <c>List&lt;T&gt;.ForEach</c>.</summary>
    public MethodDefinition ForEach { get; }

    /// <summary>Takes the place of <c>Array.ForEach</c>.</summary>
    public MethodDefinition ForEachOfArray { get; }

    /// <summary>Takes the place of <c>ImmutableList&lt;T&gt;.ForEach</c>.</summary>
    public MethodDefinition ForEachOfImmutable { get; }

    /// <summary>The record where there is no loop.</summary>
    public MethodDefinition NoRecord { get; }

    /// <summary>The record that <c>ForEach</c> is at.</summary>
    public MethodDefinition RecordOfAction { get; }

    /// <summary>The record that the delegate of a block is given.</summary>
    public MethodDefinition CurrentRecord { get; }

    /// <summary>A record within the message that a request's handler is given.</summary>
    public MethodDefinition WithinMessage { get; }

    /// <summary>The row or line that a reader is at.</summary>
    public MethodDefinition RecordOfReader { get; }

    /// <summary>Follows a call that moves a reader to its next row.</summary>
    public MethodDefinition RowRead { get; }

    /// <summary>Follows a call that reads a line.</summary>
    public MethodDefinition LineRead { get; }

    /// <summary>Follows what gives a collection that a lambda looks up in.</summary>
    public MethodDefinition LookUp { get; }

    /// <summary>Says that a method which a lambda has called looked a record up.</summary>
    public MethodDefinition LookUpRecord { get; }

    /// <summary>Follows what gives a collection that a lambda puts records into.</summary>
    public MethodDefinition Fill { get; }

    /// <summary>Follows what puts a value into a collection where nobody follows it, with the record that the value is made of.</summary>
    public MethodDefinition FillOf { get; }

    /// <summary>Follows what copies records of one collection into another.</summary>
    public MethodDefinition Copied { get; }

    /// <summary>The record that is taken out of a collection of which only the whole is known.</summary>
    public MethodDefinition RecordOfHolder { get; }

    /// <summary>Stands in front of a call, with the record that its arguments are made of.</summary>
    public MethodDefinition Hand { get; }

    /// <summary>Stands at the beginning of a method that is told so.</summary>
    public MethodDefinition Handed { get; }

    /// <summary>Follows such a call.</summary>
    public MethodDefinition TakeBack { get; }

    /// <summary>The record of what a lambda sends.</summary>
    public MethodDefinition OfLambda { get; }

    /// <summary>Follows a handler that a class derived from a client of HTTP gives to its base class.</summary>
    public MethodDefinition Sending { get; }

    /// <summary>Makes the handlers of clients that a factory makes.</summary>
    public MethodDefinition LineageHandlers { get; }

    /// <summary>Stands where a method gives a result, with the record that it is made of.</summary>
    public MethodDefinition GiveBack { get; }

    /// <summary>Stands in front of a call of such a method.</summary>
    public MethodDefinition Expect { get; }

    /// <summary>Follows it.</summary>
    public MethodDefinition Returned { get; }

    /// <summary>Tells the record that an operator's result is made of.</summary>
    public MethodDefinition ScalarRecord { get; }

    /// <summary>Follows what waits for its task.</summary>
    public MethodDefinition ReturnedLate { get; }

    /// <summary>Stands in front of what puts a value into an answer.</summary>
    public MethodDefinition Answer { get; }

    /// <summary>As <see cref="Answer"/>, of what a task gives.</summary>
    public MethodDefinition AnswerOf { get; }

    /// <summary>Stands at the beginning of a method that is given a collection as the body of a request.</summary>
    public MethodDefinition Body { get; }

    /// <summary>Says that a lambda remembers records of earlier calls.</summary>
    public MethodDefinition Remember { get; }

    /// <summary>What the loop of a method reads, where it begins.</summary>
    public MethodDefinition Loop { get; }

    public MethodDefinition LoopAsync { get; }

    public MethodDefinition LoopConfigured { get; }

    /// <summary>What iterators are woven with.</summary>
    public IteratorContract Iterators { get; }

    /// <summary>Follows what waits for a record that is taken out asynchronously.</summary>
    public MethodDefinition Received { get; }

    /// <summary>The record that an item follows from.</summary>
    public TypeDefinition LoopRecord { get; }

    /// <summary>What flows are woven with.</summary>
    public UnitContract Units { get; }

    /// <summary>What the runtime knows of a loop.</summary>
    public TypeDefinition LoopSource { get; }

    public MethodDefinition WovenAssemblyConstructor { get; }

    public static WovenRuntime Resolve(Func<string, AssemblyDefinition?> resolveAssembly, WeaverMode mode)
    {
        AssemblyDefinition assembly = resolveAssembly(ContractNames.Assembly) ?? throw new WeavingException(
            "Weft: Weft.dll is not among the references of this project, so nothing can be woven. " +
            "Reference the package Weft without ExcludeAssets and with compile and runtime in IncludeAssets, or set WeftMode=Off.");

        TypeDefinition woven = Type(assembly, ContractNames.Woven);
        object? version = woven.Fields.FirstOrDefault(f => f.Name == ContractNames.ContractVersion)?.Constant;
        if (version is not ContractNames.Version)
        {
            throw new WeavingException(
                $"Weft: {assembly.Name.Name} {assembly.Name.Version} has version {version ?? "none"} of the weaver-runtime contract, this weaver writes version {ContractNames.Version}. " +
                "Weaver and runtime come with one package: clean, restore, and reference one version of Weft.");
        }

        return new WovenRuntime(assembly, woven, Type(assembly, mode == WeaverMode.NoOp ? ContractNames.NoLineage : ContractNames.Recording));
    }

    /// <summary>Follows a call that reads a value from a message.</summary>
    /// <param name="isValueTask">Whether the call gives a <c>ValueTask&lt;T&gt;</c>.</param>
    /// <param name="tellsRecord">Whether the value's record is asked for.</param>
    public MethodDefinition Replied(bool isValueTask, bool tellsRecord) =>
        Method(ContractNames.Replied, parameters: tellsRecord ? 4 : 3, ofFirst: isValueTask ? "System.Threading.Tasks.ValueTask`1" : "System.Threading.Tasks.Task`1");

    /// <summary>A type of the runtime.</summary>
    public TypeDefinition Type(string name) => Type(Assembly, name);

    private static TypeDefinition Type(AssemblyDefinition assembly, string name) =>
        assembly.MainModule.GetType(name) ?? throw Missing(assembly, name);

    /// <summary>A method of <c>Woven</c>.</summary>
    public MethodDefinition Method(string name, int parameters, string? ofFirst = null) =>
        Woven.Methods.FirstOrDefault(m => m.Name == name && m.IsPublic && m.Parameters.Count == parameters && (ofFirst is null || m.Parameters[0].ParameterType.GetElementType().FullName == ofFirst))
        ?? throw Missing(name);

    /// <summary>Says that <c>Woven</c> has no such method.</summary>
    public WeavingException Missing(string method) => Missing(Assembly, $"{ContractNames.Woven}.{method}");

    private static WeavingException Missing(AssemblyDefinition assembly, string name) => new(
        $"Weft: {assembly.Name.Name} {assembly.Name.Version} has no {name}. Another assembly named Weft may be referenced, or weaver and runtime come from different versions of the package.");
}
