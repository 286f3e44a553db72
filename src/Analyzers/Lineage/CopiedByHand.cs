using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT301: three or more members are copied by hand from a record that says where it comes from, and that is left behind.</summary>
internal sealed class CopiedByHand() : Rule(_descriptor, CallTraits.Record, OperationKind.ObjectCreation)
{
    /// <summary>The names of the code fix's properties: the member that is missing, its value, and whether it is an argument.</summary>
    internal const string Target = nameof(Target), Value = nameof(Value), IsArgument = nameof(IsArgument);

    private const int Fewest = 3;

    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.CopiedByHand,
        "Record copied by hand without its lineage",
        "'{0}' is copied member by member, but for '{1}', which says where it comes from",
        "Weft.Lineage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A record that carries its span or its context with it loses its lineage in a copy that leaves them out.",
        helpLinkUri: HelpLink(RuleIds.CopiedByHand));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var creation = (IObjectCreationOperation)operation;
        if (creation.Type is not INamedTypeSymbol created || member.Weft.ValuesOf(created).Lineage.Count == 0) return;
        List<(string Name, IOperation Value)> given = Given(creation);
        if (given.Count < Fewest) return;
        foreach (ISymbol missing in member.Weft.ValuesOf(created).Lineage)
        {
            if (given.Any(value => IsNamed(value.Name, missing.Name)) || member.Index.Lineage.IsSet(missing)) continue;
            if (OriginalOf(given, missing, member.Weft) is not { } original) continue;
            bool isArgument = creation.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && IsNamed(argument.Parameter!.Name, missing.Name));
            string target = isArgument ? creation.Arguments.First(argument => IsNamed(argument.Parameter!.Name, missing.Name)).Parameter!.Name : missing.Name;
            member.Report(new Finding(this, Call.NameOf(creation.Syntax), original.Record.Name, original.Lineage.Name)
            {
                Others = [creation.Syntax],
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(Target, isArgument || IsSettable(missing) ? target : null)
                    .Add(Value, original.Record.Name + "." + original.Lineage.Name)
                    .Add(IsArgument, isArgument ? "true" : null),
            });
            return;
        }
    }

    private static List<(string Name, IOperation Value)> Given(IObjectCreationOperation creation)
    {
        var given = creation.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is not null)
            .Select(argument => (argument.Parameter!.Name, Call.Unwrap(argument.Value))).ToList();
        foreach (ISimpleAssignmentOperation assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            if (assignment.Target is IMemberReferenceOperation target) given.Add((target.Member.Name, Call.Unwrap(assignment.Value)));
        return given;
    }

    // The variable that three or more members come from under their own names, and its member of the missing one's type.
    private static (ISymbol Record, ISymbol Lineage)? OriginalOf(List<(string Name, IOperation Value)> given, ISymbol missing, WeftSymbols weft)
    {
        foreach (var copies in given.Select(value => (value.Name, Record: RecordOf(value), value.Value)).Where(copy => copy.Record is not null).GroupBy(copy => copy.Record!, SymbolEqualityComparer.Default))
        {
            if (copies.Count() < Fewest || ((IMemberReferenceOperation)copies.First().Value).Instance?.Type is not { } type) continue;
            ISymbol? lineage = weft.ValuesOf(type).Lineage.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(WeftSymbols.TypeOf(other), WeftSymbols.TypeOf(missing)));
            if (lineage is not null) return (copies.Key!, lineage);
        }
        return null;
    }

    private static ISymbol? RecordOf((string Name, IOperation Value) copy)
        => copy.Value is IMemberReferenceOperation { Instance: { } instance } member && IsNamed(member.Member.Name, copy.Name)
            ? Call.Unwrap(instance) switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            }
            : null;

    private static bool IsSettable(ISymbol value) => value is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null };

    private static bool IsNamed(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
