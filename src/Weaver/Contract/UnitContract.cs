using Mono.Cecil;

namespace Weft.Fody.Contract;

/// <summary>The part of the runtime that flows are woven with.</summary>
internal sealed class UnitContract(WovenRuntime runtime)
{
    /// <summary>What is kept around a call whose task is not awaited on the spot.</summary>
    public TypeDefinition ForkedCall { get; } = runtime.Type(ContractNames.ForkedCall);

    /// <summary>Stands where the body of an asynchronous method begins or goes on.</summary>
    public MethodDefinition Resumed { get; } = runtime.Method(ContractNames.Resumed, parameters: 1);

    /// <summary>Stands in front of a wait of a method that the runtime makes asynchronous, by the name of what it waits for: any object, or a task by value.</summary>
    public MethodDefinition? Awaiting(TypeReference awaited) => awaited.GetElementType().FullName switch
    {
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" => runtime.Method(ContractNames.Awaiting, parameters: 2, ofFirst: "System.Object"),
        "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1" => runtime.Method(ContractNames.Awaiting, parameters: 2, ofFirst: awaited.GetElementType().FullName),
        _ => null,
    };

    /// <summary>Follows such a wait.</summary>
    public MethodDefinition WentOn { get; } = runtime.Method(ContractNames.WentOn, parameters: 0);

    /// <summary>Stands in front of the end of an asynchronous method.</summary>
    public MethodDefinition Completing { get; } = runtime.Method(ContractNames.Completing, parameters: 1);

    /// <summary>Stands in front of a call whose task is not awaited on the spot.</summary>
    public MethodDefinition Fork { get; } = runtime.Method(ContractNames.Fork, parameters: 0);

    /// <summary>Follows such a call.</summary>
    public MethodDefinition Forked { get; } = runtime.Method(ContractNames.Forked, parameters: 2, ofFirst: "System.Threading.Tasks.Task");

    /// <summary>As <see cref="Forked"/>, of a <c>ValueTask</c>.</summary>
    public MethodDefinition ForkedValue { get; } = runtime.Method(ContractNames.Forked, parameters: 2, ofFirst: "System.Threading.Tasks.ValueTask");

    /// <summary>As <see cref="Forked"/>, of a <c>ValueTask&lt;T&gt;</c>.</summary>
    public MethodDefinition ForkedValueOfResult { get; } = runtime.Method(ContractNames.Forked, parameters: 2, ofFirst: "System.Threading.Tasks.ValueTask`1");

    /// <summary>Stands in front of the result of an awaiter whose task is from elsewhere.</summary>
    public MethodDefinition Join { get; } = runtime.Method(ContractNames.JoinTask, parameters: 2);

    /// <summary>Stands in front of the result of an awaiter whose task was made on the spot.</summary>
    public MethodDefinition JoinDeparted { get; } = runtime.Method(ContractNames.JoinDeparted, parameters: 1);

    /// <summary>Stands in front of the result of an awaiter that nobody awaits.</summary>
    public MethodDefinition BlockOnTask { get; } = runtime.Method(ContractNames.BlockOnTask, parameters: 2);

    /// <summary>Takes the place of the call by which an asynchronous method leaves to wait.</summary>
    public MethodDefinition Suspension(MethodReference original) =>
        runtime.Woven.Methods.FirstOrDefault(m => m.Name == original.Name && m.Parameters.Count == 5 && ((ByReferenceType)m.Parameters[0].ParameterType).ElementType.GetElementType().FullName == original.DeclaringType.GetElementType().FullName)
        ?? throw runtime.Missing(original.Name);
}
