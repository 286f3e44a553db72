using Mono.Cecil;

namespace Weft.Fody.Contract;

/// <summary>The part of the runtime that iterators are woven with.</summary>
internal sealed class IteratorContract(WovenRuntime runtime)
{
    /// <summary>The interface that an iterator's class is given.</summary>
    public TypeDefinition YieldsRecords { get; } = runtime.Type(ContractNames.YieldsRecords);

    /// <summary>What an iterator writes to.</summary>
    public TypeDefinition Yields { get; } = runtime.Type(ContractNames.Yields);

    /// <summary>Takes the place of <c>IEnumerable&lt;T&gt;.GetEnumerator</c>.</summary>
    public MethodDefinition Enter { get; } = runtime.Method(ContractNames.Enter, parameters: 4);

    /// <summary>Takes the place of <c>IAsyncEnumerable&lt;T&gt;.GetAsyncEnumerator</c>.</summary>
    public MethodDefinition EnterAsync { get; } = runtime.Method(ContractNames.EnterAsync, parameters: 5);

    /// <summary>As <see cref="EnterAsync"/>, of a sequence that was given a token or a context.</summary>
    public MethodDefinition EnterConfigured { get; } = runtime.Method(ContractNames.EnterAsync, parameters: 4);

    /// <summary>Follows another call that gives an enumerator.</summary>
    public MethodDefinition Entered { get; } = runtime.Method(ContractNames.Entered, parameters: 4);

    /// <summary>Follows the store of an array or of a list's enumerator.</summary>
    public MethodDefinition Open { get; } = runtime.Method(ContractNames.Open, parameters: 3);

    /// <summary>Follows the <c>MoveNext</c> of a loop.</summary>
    public MethodDefinition Moved { get; } = runtime.Method(ContractNames.Moved, parameters: 3);

    /// <summary>Follows any other <c>MoveNext</c>.</summary>
    public MethodDefinition MovedByHand { get; } = runtime.Method(ContractNames.MovedByHand, parameters: 3);

    /// <summary>Names the record of a loop by an enumerator.</summary>
    public MethodDefinition Read { get; } = runtime.Method(ContractNames.Read, parameters: 2);

    /// <summary>Names the record of a loop by <c>List&lt;T&gt;.Enumerator</c>.</summary>
    public MethodDefinition ReadList { get; } = runtime.Method(ContractNames.Read, parameters: 3);

    /// <summary>Names the record of a loop over an array.</summary>
    public MethodDefinition ReadArray { get; } = runtime.Method(ContractNames.Read, parameters: 4);

    /// <summary>Stands at a yield of a value that has nothing to do with what was read by hand.</summary>
    public MethodDefinition Forget { get; } = runtime.Method(ContractNames.Forget, parameters: 1);

    /// <summary>Stands at a yield.</summary>
    public MethodDefinition Yield { get; } = runtime.Method(ContractNames.Yield, parameters: 2);

    /// <summary>Stands at a yield of a value that may follow from other records than those read.</summary>
    public MethodDefinition YieldKept { get; } = runtime.Method(ContractNames.YieldKept, parameters: 3);
}
