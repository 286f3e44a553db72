using Mono.Cecil;

namespace Weft.Fody.Source;

/// <summary>The compiler's own word on which state machine carries a method's body.</summary>
internal static class StateMachine
{
    private const string Prefix = "System.Runtime.CompilerServices.";
    private const string Iterator = Prefix + "IteratorStateMachineAttribute";
    private const string Async = Prefix + "AsyncStateMachineAttribute";
    private const string AsyncIterator = Prefix + "AsyncIteratorStateMachineAttribute";

    /// <summary>The state machine's type; null when the method carries its body itself.</summary>
    public static TypeReference? Of(MethodDefinition method) =>
        method.CustomAttributes
            .Where(a => a.AttributeType.FullName is Iterator or Async or AsyncIterator)
            .Select(a => a.ConstructorArguments[0].Value as TypeReference)
            .FirstOrDefault();

    /// <summary>Whether the method is written with <c>yield</c> and gives a sequence, asynchronous or not.</summary>
    public static bool IsIterator(MethodDefinition method) => method.CustomAttributes.Any(a => a.AttributeType.FullName is Iterator or AsyncIterator);
}
