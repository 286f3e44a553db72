using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Weft.Analyzers.Editing;

/// <summary>
/// Changes what holds execution units (a field, a channel, a member of a message) to hold their contexts: its type, what is put in, and what is taken out, as far as only the context of that is asked for.
/// </summary>
// Design: from the holder to the variables that what is taken out of it is stored in, and on. Whatever is not understood ends the plan: there is no fix then.
internal sealed class UnitToContext
{
    private readonly EditSession _session;
    private readonly List<Action> _edits = [];
    private readonly HashSet<ISymbol> _done = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _changed = [];
    private bool _isUnderstood = true;

    private UnitToContext(EditSession session) => _session = session;

    /// <param name="session">The document.</param>
    /// <param name="place">The declaration of a holder, or an item that is put into one.</param>
    internal static Action? Plan(EditSession session, SyntaxNode place)
    {
        var change = new UnitToContext(session);
        if (change.HolderAt(place) is not { } holder) return null;
        session.IsFarReaching = holder is not (ILocalSymbol or IParameterSymbol) && holder.DeclaredAccessibility != Accessibility.Private;
        change.Retype(holder);
        if (!change._isUnderstood || change._edits.Count == 0) return null;
        return () => change._edits.ForEach(edit => edit());
    }

    private ISymbol? HolderAt(SyntaxNode place)
    {
        if (place is VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax) return _session.Model.GetDeclaredSymbol(place, _session.CancellationToken);
        if (place.FirstAncestorOrSelf<ExpressionSyntax>() is not { } item || _session.Model.GetTypeInfo(item, _session.CancellationToken).Type is not INamedTypeSymbol type) return null;
        if (!IsUnit(type) && !type.IsTupleType) return type.GetMembers().FirstOrDefault(member => !member.IsImplicitlyDeclared && IsUnit(member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type));
        // The variable that the item's call begins with.
        return item.FirstAncestorOrSelf<ArgumentSyntax>()?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => _session.Model.GetSymbolInfo(name, _session.CancellationToken).Symbol).FirstOrDefault(symbol => symbol is ILocalSymbol or IFieldSymbol or IParameterSymbol or IPropertySymbol);
    }

    private void Retype(ISymbol holder)
    {
        if (!_done.Add(holder)) return;
        if (holder.DeclaringSyntaxReferences.Length != 1 || holder.DeclaringSyntaxReferences[0].GetSyntax(_session.CancellationToken) is not { } declaration || declaration.SyntaxTree != _session.Root.SyntaxTree)
        {
            _isUnderstood = false;
            return;
        }
        SyntaxNode whole = declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } ? variables : declaration is SingleVariableDesignationSyntax { Parent: { } expression } ? expression : declaration;
        IEnumerable<SyntaxNode> types = declaration is ForEachStatementSyntax loop ? loop.Type.DescendantNodesAndSelf() : whole.DescendantNodes(node => node is not AccessorListSyntax);
        foreach (IdentifierNameSyntax name in types.OfType<IdentifierNameSyntax>().Where(IsUnitType)) Replace(name.Parent is NullableTypeSyntax nullable ? nullable : name.Parent is QualifiedNameSyntax qualified ? qualified : name, _ => Names.Type("global::Weft.TraceContext"));
        if (declaration is VariableDeclaratorSyntax { Initializer.Value: { } value }) Put(value);
        if (declaration is PropertyDeclarationSyntax { Initializer.Value: { } initial }) Put(initial);
        foreach (ExpressionSyntax reference in References.To(holder, _session.Root, _session)) Use(reference);
        if (declaration is ParameterSyntax) PutIntoCreations(holder);
    }

    // What is taken out of the holder, or put in, where it is named.
    private void Use(ExpressionSyntax reference)
    {
        ExpressionSyntax? unit = reference.AncestorsAndSelf().TakeWhile(node => node is not StatementSyntax and not ArgumentSyntax and not AnonymousFunctionExpressionSyntax).OfType<ExpressionSyntax>().FirstOrDefault(each => IsUnit(TypeOf(each)));
        if (unit is not null) UseUnit(unit);
        else if (reference.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop && loop.Expression.Span.Contains(reference.Span)) RetypeDeclared(loop);
        else if (reference.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.Span.Contains(reference.Span)) UseArguments(call);
    }

    private void UseUnit(ExpressionSyntax unit)
    {
        switch (unit.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == unit:
                Put(assignment.Right);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Context" } access when access.Expression == unit:
                Replace(access, _ => unit.WithTriviaFrom(access));
                break;
            case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Context" } } access when access.Expression == unit:
                Replace(access, _ => unit.WithTriviaFrom(access));
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                RetypeDeclared(declarator);
                break;
            default:
                _isUnderstood = false;
                break;
        }
    }

    private void UseArguments(InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } && IsUnit(TypeOf(argument.Expression))) RetypeDeclared(variable);
            else if (argument.Expression is TupleExpressionSyntax tuple) tuple.Arguments.Where(element => IsUnit(TypeOf(element.Expression))).ToList().ForEach(element => Put(element.Expression));
            else if (IsUnit(TypeOf(argument.Expression))) Put(argument.Expression);
        }
    }

    private void PutIntoCreations(ISymbol holder)
    {
        foreach (BaseObjectCreationExpressionSyntax creation in _session.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (creation.ArgumentList is null || !SymbolEqualityComparer.Default.Equals(TypeOf(creation), holder.ContainingType)) continue;
            foreach (ArgumentSyntax argument in creation.ArgumentList.Arguments)
                if (IsUnit(TypeOf(argument.Expression))) Put(argument.Expression);
        }
    }

    private void Put(ExpressionSyntax unit)
    {
        if (unit is PostfixUnaryExpressionSyntax or LiteralExpressionSyntax) Replace(unit, _ => SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression).WithTriviaFrom(unit));
        else if (TypeOf(unit) is { Name: "ExecutionUnitScope" }) Replace(unit, current => SyntaxFactory.ParseExpression(current.WithoutTrivia().ToFullString() + ".Unit.Context").WithTriviaFrom(unit));
        else if (IsUnit(TypeOf(unit)) && unit is not (ConditionalExpressionSyntax or BinaryExpressionSyntax or AwaitExpressionSyntax)) Replace(unit, current => SyntaxFactory.ParseExpression(current.WithoutTrivia().ToFullString() + ".Context").WithTriviaFrom(unit));
        else if (IsUnit(TypeOf(unit))) _isUnderstood = false;
    }

    private void RetypeDeclared(SyntaxNode declaration)
    {
        if (_session.Model.GetDeclaredSymbol(declaration, _session.CancellationToken) is { } variable) Retype(variable);
    }

    private void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> change)
    {
        if (_changed.Add(node)) _edits.Add(() => _session.Editor.ReplaceNode(node, (current, _) => change(current)));
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => _session.Model.GetTypeInfo(expression, _session.CancellationToken).Type;

    private bool IsUnitType(IdentifierNameSyntax name)
        => name.Identifier.ValueText is "ExecutionUnit" or "ExecutionUnitScope" && _session.Model.GetSymbolInfo(name, _session.CancellationToken).Symbol is ITypeSymbol
        && name.Parent is not MemberAccessExpressionSyntax; // ExecutionUnit.Current is a value

    private static bool IsUnit(ITypeSymbol? type) => type is { Name: "ExecutionUnit" or "ExecutionUnitScope", ContainingNamespace: { Name: "Weft", ContainingNamespace.IsGlobalNamespace: true } };
}
