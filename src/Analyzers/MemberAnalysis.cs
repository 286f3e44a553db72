using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers;

/// <summary>One member while the rules look at it, and what they have found in it.</summary>
internal sealed class MemberAnalysis : Analysis
{
    private readonly ImmutableArray<IOperation> _blocks;
    private bool? _isWoven;
    private MemberIndex? _index;
    private IOperation? _handedBy;
    private IReadOnlyList<HandedDelegate> _handed = [];

    /// <param name="compilation">What the member is part of.</param>
    /// <param name="symbol">The method, property, field or type that the operations belong to.</param>
    /// <param name="blocks">What it runs.</param>
    /// <param name="knowledge">What is known of the compilation.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    internal MemberAnalysis(Compilation compilation, ISymbol symbol, ImmutableArray<IOperation> blocks, Knowledge knowledge, CancellationToken cancellationToken)
        : base(compilation, symbol, knowledge, cancellationToken) => _blocks = blocks;

    /// <summary>Whether the weaver works on the member.</summary>
    internal bool IsWoven => _isWoven ??= Knowledge.IsWoven(Symbol);

    /// <summary>What stands where in the member.</summary>
    internal MemberIndex Index => _index ??= new MemberIndex(_blocks, Weft);

    /// <summary>What is around its operations.</summary>
    internal Surroundings Surroundings { get; } = new();

    /// <summary>Which collections have been found to begin empty; by the operation, or the local, that gives them.</summary>
    internal Dictionary<object, bool> NewCollections { get; } = [];

    /// <summary>Whether the weaver follows calls of a method here, so that there is nothing to say of them.</summary>
    internal bool IsFollowed(IMethodSymbol method) => IsWoven && FollowedMethods.Contains(method);

    /// <summary>The delegates that a call hands to other executors; looked for once for all rules.</summary>
    internal IReadOnlyList<HandedDelegate> HandedDelegates(IOperation operation)
    {
        if (_handedBy == operation) return _handed;
        _handedBy = operation;
        return _handed = HandedDelegate.Of(operation, this);
    }

    /// <summary>Shows the operations to the rules; gives what they find, of each line the gravest.</summary>
    internal IReadOnlyList<Diagnostic> Run()
    {
        // Not an iterator: every operation of every member goes through here.
        var left = new Stack<IOperation>();
        foreach (IOperation block in _blocks)
        {
            left.Push(block);
            while (left.Count > 0)
            {
                IOperation next = left.Pop();
                foreach (IOperation child in next.ChildOperations) left.Push(child);
                Examine(next);
            }
        }
        return Findings();
    }

    private void Examine(IOperation operation)
    {
        Rule[] rules = AllRules.For(operation.Kind);
        if (rules.Length == 0) return;
        IMethodSymbol? called = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IObjectCreationOperation)?.Constructor;
        if (called is null)
        {
            foreach (Rule rule in rules) rule.Examine(operation, this);
            return;
        }
        CallTraits traits = Knowledge.Calls.Of(called);
        if (traits == CallTraits.None) return;
        foreach (Rule rule in rules)
            if ((rule.Calls & traits) != CallTraits.None) rule.Examine(operation, this);
    }
}
