using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Weft.Analyzers.Editing;

/// <summary>
/// Changes what holds execution units (a field, a channel, a member of a message) to hold their contexts: its type, what is put in, and what is taken out, as far as only the context of that is asked for, in all documents.
/// </summary>
// Design: from the holder to the variables that what is taken out of it is stored in, and on, in all documents that name them. Whatever is not understood ends the plan: there is no fix then.
internal sealed class UnitToContext
{
    private readonly SolutionSession _solution;
    private readonly EditSession _start;
    private readonly List<Action> _edits = [];
    private readonly HashSet<ISymbol> _done = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _changed = [];
    private bool _isUnderstood = true;

    private UnitToContext(SolutionSession solution, EditSession start)
    {
        _solution = solution;
        _start = start;
    }

    /// <param name="solution">All documents.</param>
    /// <param name="session">The document of the place.</param>
    /// <param name="place">The declaration of a holder, or an item that is put into one.</param>
    internal static async Task<Action?> PlanAsync(SolutionSession solution, EditSession session, SyntaxNode place)
    {
        var change = new UnitToContext(solution, session);
        if (change.HolderAt(place) is not { } holder) return null;
        solution.IsFarReaching |= IsSeenByOthers(holder);
        await change.RetypeAsync(holder).ConfigureAwait(false);
        if (!change._isUnderstood || change._edits.Count == 0) return null;
        return () => change._edits.ForEach(edit => edit());
    }

    private static bool IsSeenByOthers(ISymbol holder) => holder is not (ILocalSymbol or IParameterSymbol) && holder.DeclaredAccessibility != Accessibility.Private;

    private ISymbol? HolderAt(SyntaxNode place)
    {
        if (place is VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax) return _start.Model.GetDeclaredSymbol(place, _solution.CancellationToken);
        if (place.FirstAncestorOrSelf<ExpressionSyntax>() is not { } item || TypeOf(item, _start) is not INamedTypeSymbol type) return null;
        if (!IsUnit(type) && !type.IsTupleType) return type.GetMembers().FirstOrDefault(member => !member.IsImplicitlyDeclared && IsUnit(member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type));
        // The variable that the item's call begins with.
        return item.FirstAncestorOrSelf<ArgumentSyntax>()?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => _start.Model.GetSymbolInfo(name, _solution.CancellationToken).Symbol).FirstOrDefault(HoldsUnits);
    }

    private async Task RetypeAsync(ISymbol holder)
    {
        if (!_done.Add(holder)) return;
        if (await DeclarationOfAsync(holder).ConfigureAwait(false) is not ({ } session, { } declaration))
        {
            _isUnderstood = false;
            return;
        }
        SyntaxNode whole = declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } ? variables : declaration is SingleVariableDesignationSyntax { Parent: { } expression } ? expression : declaration;
        IEnumerable<SyntaxNode> types = declaration is ForEachStatementSyntax loop ? loop.Type.DescendantNodesAndSelf() : whole.DescendantNodes(node => node is not AccessorListSyntax);
        foreach (IdentifierNameSyntax name in types.OfType<IdentifierNameSyntax>().Where(each => IsUnitType(each, session)))
            Replace(session, name.Parent is NullableTypeSyntax nullable ? nullable : name.Parent is QualifiedNameSyntax qualified ? qualified : name, current => Names.Type("global::Weft.TraceContext").WithTriviaFrom(current));
        if (declaration is VariableDeclaratorSyntax { Initializer.Value: { } value }) Put(value, session);
        if (declaration is PropertyDeclarationSyntax { Initializer.Value: { } initial }) Put(initial, session);
        foreach (EditSession naming in await NamingAsync(holder, holder.Name, session).ConfigureAwait(false))
            foreach (ExpressionSyntax reference in References.To(holder, naming.Root, naming))
                await UseAsync(reference, naming).ConfigureAwait(false);
        if (declaration is not ParameterSyntax) return;
        foreach (EditSession naming in await NamingAsync(holder, holder.ContainingType.Name, session).ConfigureAwait(false)) PutIntoCreations(holder, naming);
    }

    private async Task<(EditSession? Session, SyntaxNode? Declaration)> DeclarationOfAsync(ISymbol holder)
    {
        if (holder.DeclaringSyntaxReferences.Length != 1) return default;
        SyntaxNode declaration = await holder.DeclaringSyntaxReferences[0].GetSyntaxAsync(_solution.CancellationToken).ConfigureAwait(false);
        return (await _solution.OpenAsync(declaration.SyntaxTree, _start.Document.Project).ConfigureAwait(false), declaration);
    }

    // A local is named where it is declared.
    private async Task<IReadOnlyList<EditSession>> NamingAsync(ISymbol holder, string word, EditSession declaring)
        => holder is ILocalSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } }
            ? [declaring]
            : await _solution.NamingAsync(word, declaring.Document.Project, IsSeenByOthers(holder) || holder is IParameterSymbol).ConfigureAwait(false);

    // What is taken out of the holder, or put in, where it is named.
    private async Task UseAsync(ExpressionSyntax reference, EditSession session)
    {
        ExpressionSyntax? unit = reference.AncestorsAndSelf().TakeWhile(node => node is not StatementSyntax and not ArgumentSyntax and not AnonymousFunctionExpressionSyntax).OfType<ExpressionSyntax>().FirstOrDefault(each => IsUnit(TypeOf(each, session)));
        if (unit is not null) await UseUnitAsync(unit, session).ConfigureAwait(false);
        else if (reference.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop && loop.Expression.Span.Contains(reference.Span)) await RetypeDeclaredAsync(loop, session).ConfigureAwait(false);
        else if (reference.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.Span.Contains(reference.Span)) await UseArgumentsAsync(call, session).ConfigureAwait(false);
        else if (HoldsUnits(session.Model.GetSymbolInfo(reference, session.CancellationToken).Symbol)) _isUnderstood = false;
    }

    private async Task UseUnitAsync(ExpressionSyntax unit, EditSession session)
    {
        ExpressionSyntax named = unit;
        while (named.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }) named = (ExpressionSyntax)named.Parent;
        switch (named.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == named:
                Put(assignment.Right, session);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Context" } access when access.Expression == named:
                Replace(session, access, _ => unit.WithTriviaFrom(access));
                break;
            case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Context" } } access when access.Expression == named:
                Replace(session, access, _ => unit.WithTriviaFrom(access));
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                await RetypeDeclaredAsync(declarator, session).ConfigureAwait(false);
                break;
            default:
                _isUnderstood = false;
                break;
        }
    }

    private async Task UseArgumentsAsync(InvocationExpressionSyntax call, EditSession session)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } && IsUnit(TypeOf(argument.Expression, session))) await RetypeDeclaredAsync(variable, session).ConfigureAwait(false);
            else if (argument.Expression is TupleExpressionSyntax tuple) tuple.Arguments.Where(element => IsUnit(TypeOf(element.Expression, session))).ToList().ForEach(element => Put(element.Expression, session));
            else if (IsUnit(TypeOf(argument.Expression, session))) Put(argument.Expression, session);
        }
    }

    private void PutIntoCreations(ISymbol holder, EditSession session)
    {
        foreach (BaseObjectCreationExpressionSyntax creation in session.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (creation.ArgumentList is null || !SymbolEqualityComparer.Default.Equals(TypeOf(creation, session), holder.ContainingType)) continue;
            foreach (ArgumentSyntax argument in creation.ArgumentList.Arguments)
                if (IsUnit(TypeOf(argument.Expression, session))) Put(argument.Expression, session);
        }
    }

    private void Put(ExpressionSyntax unit, EditSession session)
    {
        if (unit is PostfixUnaryExpressionSyntax or LiteralExpressionSyntax) Replace(session, unit, _ => SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression).WithTriviaFrom(unit));
        else if (TypeOf(unit, session) is { Name: "ExecutionUnitScope" }) Replace(session, unit, current => SyntaxFactory.ParseExpression(current.WithoutTrivia().ToFullString() + ".Unit.Context").WithTriviaFrom(unit));
        else if (!IsUnit(TypeOf(unit, session))) return;
        else if (unit is ConditionalExpressionSyntax or BinaryExpressionSyntax or AwaitExpressionSyntax) _isUnderstood = false;
        else Replace(session, unit, current => SyntaxFactory.ParseExpression(current.WithoutTrivia().ToFullString() + ".Context").WithTriviaFrom(unit));
    }

    private async Task RetypeDeclaredAsync(SyntaxNode declaration, EditSession session)
    {
        if (session.Model.GetDeclaredSymbol(declaration, session.CancellationToken) is { } variable) await RetypeAsync(variable).ConfigureAwait(false);
    }

    // Once: another diagnostic may be about the same holder.
    private void Replace(EditSession session, SyntaxNode node, Func<SyntaxNode, SyntaxNode> change)
    {
        if (!_changed.Add(node)) return;
        _edits.Add(() =>
        {
            if (session.Once(node)) session.Editor.ReplaceNode(node, (current, _) => change(current));
        });
    }

    private static ITypeSymbol? TypeOf(ExpressionSyntax expression, EditSession session) => session.Model.GetTypeInfo(expression, session.CancellationToken).Type;

    private static bool IsUnitType(IdentifierNameSyntax name, EditSession session)
        => name.Identifier.ValueText is "ExecutionUnit" or "ExecutionUnitScope" && session.Model.GetSymbolInfo(name, session.CancellationToken).Symbol is ITypeSymbol
        && name.Parent is not MemberAccessExpressionSyntax; // ExecutionUnit.Current is a value

    // Itself, or as a part of its type.
    private static bool HoldsUnits(ISymbol? holder) => holder switch
    {
        ILocalSymbol local => Mentions(local.Type),
        IFieldSymbol field => Mentions(field.Type),
        IParameterSymbol parameter => Mentions(parameter.Type),
        IPropertySymbol property => Mentions(property.Type),
        _ => false,
    };

    private static bool Mentions(ITypeSymbol type)
        => IsUnit(type) || (type is IArrayTypeSymbol array && Mentions(array.ElementType)) || (type is INamedTypeSymbol named && named.TypeArguments.Any(Mentions));

    private static bool IsUnit(ITypeSymbol? type) => type is { Name: "ExecutionUnit" or "ExecutionUnitScope", ContainingNamespace: { Name: "Weft", ContainingNamespace.IsGlobalNamespace: true } };
}
