using Mono.Cecil;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Reporting;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Iterators;

/// <summary>Pass: the iterators of the module that will tell what their records follow from.</summary>
internal sealed class FollowedIterators
{
    private readonly Dictionary<MethodDefinition, PlannedIterator> _byMoveNext = [];
    private readonly HashSet<TypeDefinition> _types = [];

    /// <summary>An iterator's plan, with what it was made from.</summary>
    internal sealed record PlannedIterator(MethodIl Il, StackFlow Flow, IteratorPlan Plan);

    /// <summary>The iterators' classes.</summary>
    public IReadOnlyCollection<TypeDefinition> Types => _types;

    /// <param name="methods">The methods that may be woven.</param>
    /// <param name="types">Knows what is a sequence.</param>
    /// <param name="mode">Without recording there is nobody to tell: the iterators stay as they are.</param>
    /// <param name="log">Told of the iterators that are left alone.</param>
    public static FollowedIterators Run(IReadOnlyList<MethodDefinition> methods, SequenceTypes types, WeaverMode mode, BuildLog log)
    {
        var names = new MethodNames();
        var followed = new FollowedIterators();
        foreach (MethodDefinition method in methods)
        {
            if (IteratorMachine.Of(method, names) is not { } machine) continue;
            if (mode == WeaverMode.NoOp) followed._types.Add(machine.Type);
            else log.Guard(method, () => followed.Add(machine, types));
        }
        return followed;
    }

    /// <summary>The plan of an iterator; null for a method that is no iterator's <c>MoveNext</c>.</summary>
    public PlannedIterator? Of(MethodDefinition moveNext) => _byMoveNext.TryGetValue(moveNext, out PlannedIterator? planned) ? planned : null;

    /// <summary>Whether a method with <c>yield</c>, of this or another module, gives a sequence that tells.</summary>
    public bool Includes(MethodDefinition iterator) =>
        StateMachine.Of(iterator)?.Resolve() is { } type && (_types.Contains(type) || type.Interfaces.Any(i => i.InterfaceType.FullName == ContractNames.YieldsRecords));

    private void Add(IteratorMachine machine, SequenceTypes types)
    {
        var il = new MethodIl(machine.MoveNext);
        StackFlow flow = StackFlow.Of(il);
        _byMoveNext.Add(machine.MoveNext, new PlannedIterator(il, flow, IteratorPlanning.Run(machine, il, flow, types)));
        _types.Add(machine.Type);
    }
}
