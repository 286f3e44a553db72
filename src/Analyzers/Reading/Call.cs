using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>A call of a method or constructor.</summary>
internal readonly struct Call
{
    private Call(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, SyntaxNode syntax)
    {
        Method = method;
        Arguments = arguments;
        Syntax = syntax;
    }

    internal IMethodSymbol Method { get; }

    internal ImmutableArray<IArgumentOperation> Arguments { get; }

    internal SyntaxNode Syntax { get; }

    /// <summary>What a person calls it: <c>Task.Run</c>, <c>new Thread</c>.</summary>
    internal string Name => Method.MethodKind == MethodKind.Constructor ? "new " + Method.ContainingType.Name : Method.ContainingType.Name + "." + Method.Name;

    /// <summary>The method's name in the source; of a constructor the type's.</summary>
    internal SyntaxNode Place => NameOf(Syntax);

    /// <summary>A method as it is declared: an extension as the static method that it is, without type arguments.</summary>
    internal static IMethodSymbol Declared(IMethodSymbol called) => (called.ReducedFrom ?? called).OriginalDefinition;

    internal static bool TryGet(IOperation operation, out Call call)
    {
        call = operation switch
        {
            IInvocationOperation invocation => new Call(invocation.TargetMethod, invocation.Arguments, invocation.Syntax),
            IObjectCreationOperation { Constructor: { } constructor } creation => new Call(constructor, creation.Arguments, creation.Syntax),
            _ => default,
        };
        return call.Method is not null;
    }

    internal static SyntaxNode NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => call,
    };

    /// <summary>The operation below conversions and parentheses.</summary>
    internal static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                default: return operation;
            }
        }
    }

    /// <summary>The parameter or local that a value is read from; null where it is read from none.</summary>
    internal static ISymbol? VariableOf(IOperation value) => Unwrap(value) switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    /// <summary>The operation around conversions and parentheses.</summary>
    internal static IOperation? Around(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation) outer = outer.Parent;
        return outer;
    }
}
