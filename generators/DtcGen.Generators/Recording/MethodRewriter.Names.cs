using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

// Names of members, which the recorded method reaches from outside.
internal sealed partial class MethodRewriter
{
    // Properties that tell what does not depend on how many neurons there are, nor on their values.
    private static readonly HashSet<string> Describing = new(StringComparer.Ordinal)
    {
        "ndim", "Dimensions", "dtype", "device", "device_type", "device_index", "is_cuda", "is_sparse", "is_leaf", "is_meta",
        "requires_grad", "name", "names", "IsInvalid", "Handle", "ElementSize", "layout",
    };

    private static readonly string[] Sizes = [
        "features", "channels", "num_features", "num_parameters", "normalized_shape", "num_groups", "groups"
    ];

    public override SyntaxNode? VisitThisExpression(ThisExpressionSyntax node) => Parse(names.Self);

    public override SyntaxNode? VisitBaseExpression(BaseExpressionSyntax node) => Parse(names.Self);

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => SimpleName(node) ?? base.VisitIdentifierName(node);

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node) => SimpleName(node) ?? base.VisitGenericName(node);

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        switch (Symbol(node))
        {
            case IPropertySymbol property
                when Torch.HoldsTensor(property.ContainingType) && Session.IsTorchSharp(property) && !property.IsStatic && !IsTarget(node):
                return TensorProperty(node, property) ?? base.VisitMemberAccessExpression(node);
            case IPropertySymbol property
                when Session.IsTorchSharp(property) && Torch.IsModule(property.ContainingType) && !IsTarget(node)
                    && Sizes.Any(size => property.Name.EndsWith(size, StringComparison.Ordinal)):
                return Parse($"{names.Recorder}.Counted({Text(node.Expression)}).{node.Name}");
            case IMethodSymbol group when !IsCalled(node):
                return MethodGroup(node, group) ?? base.VisitMemberAccessExpression(node);
            case { } member when Session.IsSource(member) && member is IFieldSymbol or IPropertySymbol:
                return Member(
                    node,
                    member,
                    node.Expression is BaseExpressionSyntax or ThisExpressionSyntax ? names.Self : null,
                    node.Expression) ?? base.VisitMemberAccessExpression(node);
            default:
                return base.VisitMemberAccessExpression(node);
        }
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
        => base.VisitLocalFunctionStatement(node) is LocalFunctionStatementSyntax local
            ? local.WithModifiers(WithoutStatic(local.Modifiers))
            : node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
        => base.VisitParenthesizedLambdaExpression(node) is ParenthesizedLambdaExpressionSyntax lambda
            ? lambda.WithModifiers(WithoutStatic(lambda.Modifiers))
            : node;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
        => base.VisitSimpleLambdaExpression(node) is SimpleLambdaExpressionSyntax lambda
            ? lambda.WithModifiers(WithoutStatic(lambda.Modifiers))
            : node;

    // What names a parameter or a member where no value is meant stays as it is.
    public override SyntaxNode? VisitNameColon(NameColonSyntax node) => node;

    public override SyntaxNode? VisitNameEquals(NameEqualsSyntax node) => node;

    public override SyntaxNode? VisitExpressionColon(ExpressionColonSyntax node) => node;

    private static SyntaxTokenList WithoutStatic(SyntaxTokenList modifiers)
        => SyntaxFactory.TokenList(modifiers.Where(static token => !token.IsKind(SyntaxKind.StaticKeyword)));

    private static bool IsTarget(SyntaxNode node)
        => node.Parent is AssignmentExpressionSyntax assignment ? assignment.Left == node
            : node.Parent?.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression
                or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression;

    private static bool IsCalled(ExpressionSyntax node) => node.Parent is InvocationExpressionSyntax call && call.Expression == node;

    private SyntaxNode? SimpleName(SimpleNameSyntax node)
    {
        if (node.Parent is MemberAccessExpressionSyntax access && access.Name == node
            || node.Parent is QualifiedNameSyntax qualified && qualified.Right == node
            || node.Parent is MemberBindingExpressionSyntax or AliasQualifiedNameSyntax
            || (node.Parent is AssignmentExpressionSyntax
            {
                Parent: InitializerExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression
                }
            } initialised && initialised.Left == node))
        {
            return null;
        }

        switch (Symbol(node))
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter
                when !SymbolEqualityComparer.Default.Equals(constructor, method):
                // A parameter of the class's own declaration, which the compiler keeps in a field of this name.
                return Parse(
                    Accessed("Field", $"<{parameter.Name}>P", parameter.Name, constructor.ContainingType, parameter.Type, names.Self));
            case INamedTypeSymbol { ContainingType: not null, IsImplicitlyDeclared: false } nested
                when node is not IdentifierNameSyntax { IsVar: true } && IsOwner(nested.ContainingType):
                return !Session.IsSource(nested) || holder.CanName(nested)
                    ? SyntaxFactory.ParseTypeName(CSharpText.Type(nested))
                    : throw Unrecordable(
                        node, $"the type '{nested.Name}' is private: make the class '{nested.ContainingType.Name}' partial");
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } group when !IsCalled(node) && IsOwner(group.ContainingType):
                return MethodGroup(node, group);
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } group when !IsCalled(node):
                return MethodGroup(node, group);
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } called when IsOwner(called.ContainingType):
                return Parse(
                    $"{Owner(called)}.{(called.IsGenericMethod && node is GenericNameSyntax ? node.ToString() : CSharpText.Identifier(called.Name))}");
            case (IFieldSymbol or IPropertySymbol or IEventSymbol) and { ContainingType: { } owner } member when IsOwner(owner):
                return Member(node, member, member.IsStatic ? null : names.Self, null)
                    ?? Parse($"{Owner(member)}.{CSharpText.Identifier(member.Name)}");
            default:
                return null;
        }
    }

    private string Owner(ISymbol member)
        => member.IsStatic ? CSharpText.Type(member.ContainingType)
            : holder.CanName(member) ? names.Self
            : throw new UnrecordableException(
                null, $"'{member.Name}' cannot be reached from outside: make the class '{method.ContainingType.Name}' partial");

    // Whether the name is found because it belongs to the class, to one that it derives from, or to one around it.
    private bool IsOwner(INamedTypeSymbol? type)
    {
        for (var outer = method.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            for (var known = outer; known is not null; known = known.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, type?.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A property with code of its own, or a member that is private; null when it can be written as it stands.
    private ExpressionSyntax? Member(ExpressionSyntax node, ISymbol member, string? self, ExpressionSyntax? receiver)
    {
        if (member is IPropertySymbol { GetMethod: { } getter } property && !IsTarget(node) && Session.IsSource(property)
            && MethodBodies.Find(getter, Session.Cancellation) is not null && (Session.Touches(getter) || !holder.CanName(property)))
        {
            var isOverridable = !property.IsStatic && (property.IsVirtual || property.IsAbstract || property.IsOverride)
                && !property.IsSealed && !property.ContainingType.IsSealed;
            var recorded = isOverridable ? methods.Dispatcher(getter) : methods.Of(getter);
            return Parse(
                $"{Callee(recorded, getter)}({names.Recorder}{(property.IsStatic ? string.Empty : $", {self ?? Text(receiver!)}")})");
        }

        if (holder.CanName(member) && (member is not IPropertySymbol accessed
            || (IsTarget(node) ? accessed.SetMethod : accessed.GetMethod) is not { } accessor || holder.CanName(accessor)))
        {
            return null;
        }

        if (member is IFieldSymbol { HasConstantValue: true } constant)
        {
            return Parse($"(({CSharpText.Type(constant.Type)})({CSharpText.Literal(constant.ConstantValue)}))");
        }

        var owner = self ?? (receiver is null ? "null" : Text(receiver));
        switch (member)
        {
            case IFieldSymbol field when Session.IsSource(field):
                return Parse(Accessed(
                    field.IsStatic ? "StaticField" : "Field",
                    field.Name,
                    field.Name,
                    field.ContainingType,
                    field.Type,
                    field.IsStatic ? "null" : owner));
            case IPropertySymbol { IsStatic: false } automatic when IsAutomatic(automatic):
                return Parse(Accessed(
                    "Field", $"<{automatic.Name}>k__BackingField", automatic.Name, automatic.ContainingType, automatic.Type, owner));
            default:
                throw Unrecordable(
                    node, $"'{member.Name}' cannot be reached from outside: make the class '{member.ContainingType.Name}' partial");
        }
    }

    private bool IsAutomatic(IPropertySymbol property)
    {
        // Its accessors' bodies may name the field that makes it one.
        Session.Used.NoteParts(property);
        return property.ContainingType
            .GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
    }

    private string Accessed(string kind, string member, string wanted, INamedTypeSymbol owner, ITypeSymbol type, string receiver)
    {
        if (owner is { IsGenericType: true, ContainingType: null } && HasGenericAccessors && IsNameable(owner) && kind == "Field")
        {
            // Within the class that it is declared in, by the class's own type parameters.
            var declared = owner.OriginalDefinition
                .GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => field.MetadataName == member)?.Type;
            if (declared is null)
            {
                throw new UnrecordableException(
                    null, $"'{wanted}' is private to '{owner.Name}', and cannot be reached from outside: make the class partial");
            }

            return $"{holder.GenericAccessor($"{owner.Name}_{wanted}", member, owner.OriginalDefinition, CSharpText.Type(declared), RecordedSignature.ConstraintsOf(owner.OriginalDefinition.TypeParameters))}<{string.Join(", ", owner.TypeArguments.Select(CSharpText.Type))}>.Get({receiver})";
        }

        if (owner.IsGenericType || owner.IsStatic || owner.IsValueType || !IsNameable(type) || !holder.CanName(owner))
        {
            throw new UnrecordableException(
                null, $"'{wanted}' is private to '{owner.Name}', and cannot be reached from outside: make the class partial");
        }

        var accessor = holder.Accessor(
            $"{owner.Name}_{wanted}", kind, member, $"ref {CSharpText.Type(type)} {{0}}({CSharpText.Type(owner)}? owner)");
        return $"{accessor}({receiver})";
    }

    // .NET 8 opens no members of generic classes.
    private bool HasGenericAccessors
        => Session.Compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly.Identity.Version.Major >= 9;

    private ExpressionSyntax? TensorProperty(MemberAccessExpressionSyntax node, IPropertySymbol property)
    {
        if (Describing.Contains(property.Name))
        {
            return null;
        }

        return property.Name switch
        {
            "shape" => Parse($"{names.Recorder}.Shape({Text(node.Expression)})"),
            "NumberOfElements" => Parse($"{names.Recorder}.Counted({Text(node.Expression)}).NumberOfElements"),
            _ when property.Type.IsRefLikeType => throw Unrecordable(node, "a tensor's memory, read as a span, is not recorded"),
            _ => Parse(Out($"Tensor.get_{property.Name}(this)", $"{Operand(node.Expression)}.{node.Name}")),
        };
    }

    // A method named without a call, which is turned into a delegate: a lambda that calls it.
    private ExpressionSyntax? MethodGroup(ExpressionSyntax node, IMethodSymbol group)
    {
        if (ConvertedTypeOf(node) is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type || !IsNameable(type))
        {
            return null;
        }

        var target = group.ReducedFrom ?? group;
        var isSource = Session.IsSource(target);
        if (isSource ? !Session.Touches(target) && holder.CanName(target) : !IsModuleCall(group) && !IsNoted(group))
        {
            return null;
        }

        if (group.MethodKind == MethodKind.LocalFunction)
        {
            return null;
        }

        var parameters = invoke.Parameters.Select((parameter, i) => (Name: $"argument{i}", parameter.Type)).ToArray();
        var receiver = (node as MemberAccessExpressionSyntax)?.Expression;
        var list = string.Join(", ", parameters.Select(static parameter => parameter.Name));
        string body;
        if (isSource)
        {
            if (group.IsVirtual || group.IsAbstract || group.IsOverride)
            {
                throw Unrecordable(node, $"'{group.Name}' may be overridden, and is not called here: write a lambda that calls it");
            }

            var recorded = methods.Of(target);
            var self = target.IsStatic
                ? (group.ReducedFrom is null ? string.Empty : $", {Text(receiver!)}")
                : $", {(receiver is null or ThisExpressionSyntax ? names.Self : Text(receiver))}";
            body =
                $"{Callee(recorded, group)}({names.Recorder}{self}{string.Concat(parameters.Select(static parameter => $", {parameter.Name}"))})";
        }
        else if (IsModuleCall(group) && receiver is not null)
        {
            var passed = parameters.Select((parameter, i) => $"({CSharpText.Type(parameter.Type)})arguments[{i}]!");
            body =
                $"{names.Recorder}.Module<{CSharpText.Type(TypeOf(receiver)!.WithNullableAnnotation(NullableAnnotation.NotAnnotated))}, {CSharpText.Type(group.ReturnType)}>({Text(receiver)}, static (module, arguments) => module.{group.Name}({string.Join(", ", passed)}){string.Concat(parameters.Select(static parameter => $", (object?){parameter.Name}"))})";
        }
        else if (group.IsStatic && group.ReducedFrom is null)
        {
            var taken = string.Join(
                ", ", parameters.Select(parameter => $"{names.Recorder}.In<{CSharpText.Type(parameter.Type)}>({parameter.Name})"));
            var given = group.Parameters.Take(parameters.Length).Select(static parameter => parameter.Name).ToList();
            body = Out(
                CallSites.Text(group.ContainingType.Name, group.Name, given, group.Parameters, given),
                $"{CSharpText.Type(group.ContainingType)}.{group.Name}({taken})");
        }
        else
        {
            throw Unrecordable(node, $"'{group.Name}' is named without a call: write a lambda that calls it");
        }

        return Parse($"({CSharpText.Type(type)})(({list}) => {body})");
    }
}
