using Microsoft.CodeAnalysis;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Reading;

/// <summary>A delegate that a call hands to another executor.</summary>
internal readonly struct HandedDelegate
{
    private HandedDelegate(Call call, SinkKind kind, DelegateBody body, SyntaxNode argument)
    {
        Call = call;
        Kind = kind;
        Body = body;
        Argument = argument;
    }

    internal Call Call { get; }

    internal SinkKind Kind { get; }

    internal DelegateBody Body { get; }

    /// <summary>The argument that it is part of.</summary>
    internal SyntaxNode Argument { get; }

    /// <summary>Whether who called goes on while the delegate runs, or before it does.</summary>
    internal bool RunsApart => Kind is SinkKind.Concurrent or SinkKind.Deferred or SinkKind.Unflowed;

    /// <summary>The delegates that a call hands to other executors.</summary>
    internal static IReadOnlyList<HandedDelegate> Of(IOperation operation, MemberAnalysis member)
    {
        if (!Call.TryGet(operation, out Call call)) return [];
        List<HandedDelegate>? handed = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is null || !MayBeDelegate(argument.Parameter.Type)) continue;
            SinkKind kind = member.Sinks.KindOf(call.Method, argument.Parameter);
            if (kind == SinkKind.None) continue;
            foreach (DelegateBody body in DelegateBody.Of(argument.Value, member)) (handed ??= []).Add(new HandedDelegate(call, kind, body, argument.Syntax));
        }
        return handed ?? (IReadOnlyList<HandedDelegate>)[];
    }

    private static bool MayBeDelegate(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate };
}
