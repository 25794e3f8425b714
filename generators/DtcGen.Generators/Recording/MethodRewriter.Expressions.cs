using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

// Operators, indexers, conversions and conditional access.
internal sealed partial class MethodRewriter
{
    // What '?.' found to be there, by the names that it is given.
    private readonly Stack<(string Name, ITypeSymbol Type)> _present = new();
    private int _presents;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
        => SourceOperator(node, node.Left, node.Right) ?? (Operator(node) is { } called
            ? Parse(Calculated(called, Operand(node.Left), node.OperatorToken.ValueText, Operand(node.Right)))
            : base.VisitBinaryExpression(node));

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
        => SourceOperator(node, node.Operand) ?? (Operator(node) is { } called
            ? Parse(Out($"Tensor.{called.Name}({called.Parameters[0].Name})", $"{node.OperatorToken.ValueText}{Operand(node.Operand)}"))
            : base.VisitPrefixUnaryExpression(node));

    public override SyntaxNode? VisitCastExpression(CastExpressionSyntax node)
    {
        var conversion = semantics.GetConversion(node.Expression);
        var explicitly = Symbol(node) as IMethodSymbol ?? semantics.ClassifyConversion(node.Expression, TypeOf(node)!).MethodSymbol;
        return !conversion.IsIdentity && explicitly is { MethodKind: MethodKind.Conversion } called
            && Torch.HoldsTensor(called.Parameters[0].Type) && !Session.HoldsTensors(called.ReturnType)
            ? Parse(Out($"Tensor.{called.Name}(value)", $"({node.Type}){In(node.Expression, TypeOf(node.Expression))}"))
            : base.VisitCastExpression(node);
    }

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.SimpleAssignmentExpression) && SourceOperator(node, node.Left, node.Right) is { } own)
        {
            return IsRepeatable(node.Left)
                ? Parse($"{Text(node.Left)} = {own}")
                : throw Unrecordable(node.Left, "a compound assignment to this target is not recorded: write it as an assignment");
        }

        if (!node.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && Symbol(node) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } called
            && Torch.HoldsTensor(called.ContainingType))
        {
            // x += y makes a new tensor, as x = x + y does.
            if (!IsRepeatable(node.Left))
            {
                throw Unrecordable(node.Left, "a compound assignment to this target is not recorded: write it as an assignment");
            }

            var value = Calculated(called, Operand(node.Left), node.OperatorToken.ValueText.TrimEnd('='), Operand(node.Right));
            return node.Left is ElementAccessExpressionSyntax indexed && IsTensorIndexer(indexed)
                ? SetItem(indexed, value)
                : Parse($"{Text(node.Left)} = {value}");
        }

        if (node.Left is TupleExpressionSyntax targets && WritesByIndex(targets))
        {
            throw Unrecordable(node, "a write by index among others is not recorded within an expression: write it as a statement");
        }

        return node.IsKind(SyntaxKind.SimpleAssignmentExpression) && node.Left is ElementAccessExpressionSyntax access
            && IsTensorIndexer(access)
            ? SetItem(access, Text(node.Right))
            : base.VisitAssignmentExpression(node);
    }

    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax shape && IsShape(shape) && node.ArgumentList.Arguments is [var index]
            && TypeOf(index.Expression) is { } type)
        {
            return type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
                ? Parse($"{names.Recorder}.Size({Text(shape.Expression)}, (int)({Text(index.Expression)}))")
                : type.Name
                    == "Index" ? Parse(
                        $"{names.Recorder}.Size({Text(shape.Expression)}, {Text(index.Expression)})") : base.VisitElementAccessExpression(
                            node);
        }

        if (!IsTensorIndexer(node))
        {
            return base.VisitElementAccessExpression(node);
        }

        var (text, site) = Indexed(node, "get_Item");
        return Parse(Out($"{site})", text));
    }

    // x?.relu() as a condition, where what stands behind the question mark is recorded.
    public override SyntaxNode? VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        if (!IsRecorded(node.WhenNotNull))
        {
            return base.VisitConditionalAccessExpression(node);
        }

        var (test, access) = Present(node);
        var type = ConvertedTypeOf(node) is { SpecialType: not SpecialType.System_Void } converted ? converted : TypeOf(node);
        return type is not null && type.SpecialType != SpecialType.System_Void && IsNameable(type)
            ? Parse($"({test} ? ({CSharpText.Type(type)}){access} : default({CSharpText.Type(type)}))")
            : throw Unrecordable(node, "this use of '?.' is not recorded: write it as a condition");
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is ConditionalAccessExpressionSyntax conditional && IsRecorded(conditional.WhenNotNull))
        {
            var (test, access) = Present(conditional);
            return SyntaxFactory.ParseStatement($"if ({test}) {{ {access}; }}");
        }

        if (node.Expression is AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } taken && WritesByIndex(tuple))
        {
            return SetItems(tuple, taken.Right);
        }

        return node.Expression is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax target } compound
            && !compound.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsTensorIndexer(target) && !IsRepeatable(target)
            && Symbol(compound) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } called
            && Torch.HoldsTensor(called.ContainingType)
            ? CompoundSetItem(compound, target, called)
            : base.VisitExpressionStatement(node);
    }

    private bool WritesByIndex(TupleExpressionSyntax targets)
        => targets.Arguments.Any(argument => argument.Expression is ElementAccessExpressionSyntax access && IsTensorIndexer(access));

    // (x[0], y) = f(z), one after the other.
    private StatementSyntax SetItems(TupleExpressionSyntax targets, ExpressionSyntax value)
    {
        var parts = targets.Arguments.Select((_, i) => $"part{_presents}_{i}").ToArray();
        _presents++;
        var lines = targets.Arguments.Select((argument, i) => argument.Expression switch
        {
            ElementAccessExpressionSyntax access when IsTensorIndexer(access) => $"{SetItem(access, parts[i])};",
            DeclarationExpressionSyntax or TupleExpressionSyntax
                => throw Unrecordable(argument, "a declaration beside a write by index is not recorded: write two assignments"),
            var target => $"{Text(target)} = {parts[i]};",
        });
        return SyntaxFactory.ParseStatement($"{{ var ({string.Join(", ", parts)}) = {Text(value)}; {string.Join(" ", lines)} }}");
    }

    // x[f(y)] += z, where what stands in the brackets is computed once.
    private StatementSyntax CompoundSetItem(AssignmentExpressionSyntax compound, ElementAccessExpressionSyntax target, IMethodSymbol called)
    {
        var property = (IPropertySymbol)Symbol(target)!;
        var (owner, lines) = ($"target{_presents}", new List<string> { $"var target{_presents} = {Text(target.Expression)};" });
        var (texts, taken) = (new List<string>(), new List<string>());
        foreach (var argument in target.ArgumentList.Arguments)
        {
            if (CallSites.Parameter(argument, taken.Count, property.Parameters) is not { } parameter
                || ConvertedTypeOf(argument.Expression) is not { } type || !IsNameable(type) || type.IsRefLikeType)
            {
                throw Unrecordable(argument, "an index of this type is not recorded");
            }

            var index = $"index{_presents}_{taken.Count}";
            lines.Add($"{CSharpText.Type(type)} {index} = {Text(argument.Expression)};");
            texts.Add($"{names.Recorder}.In({index})");
            taken.Add(parameter.Name);
        }

        _presents++;
        var indexed = string.Join(", ", texts);
        var sites = string.Join(", ", taken);
        var read = Out($"Tensor.get_Item(this, {sites})", $"{names.Recorder}.In({owner})[{indexed}]");
        var value = Calculated(
            called, $"{names.Recorder}.In({read})", compound.OperatorToken.ValueText.TrimEnd('='), Operand(compound.Right));
        var tensor = CSharpText.Type(Torch.Tensor);
        lines.Add(Out(
            $"Tensor.set_Item(this, {sites}, value)",
            $"{names.Recorder}.InChanged({owner})[{indexed}] = {names.Recorder}.In<{tensor}>({value})") + ";");
        return SyntaxFactory.ParseStatement($"{{ {string.Join(" ", lines)} }}");
    }

    // What was taken for a call that threw belongs to no call any more.
    public override SyntaxNode? VisitTryStatement(TryStatementSyntax node)
    {
        var visited = base.VisitTryStatement(node);
        if (visited is not TryStatementSyntax { Catches.Count: > 0 } tried)
        {
            return visited;
        }

        var mark = $"taken{_presents++}";
        var catches = tried.Catches.Select(clause => clause.WithBlock(clause.Block.WithStatements(
            clause.Block.Statements.Insert(0, SyntaxFactory.ParseStatement($"{names.Recorder}.Forget({mark});")))));
        return SyntaxFactory.Block(
            SyntaxFactory.ParseStatement($"var {mark} = {names.Recorder}.Taken;"),
            tried.WithCatches(SyntaxFactory.List(catches)));
    }

    public override SyntaxNode? VisitMemberBindingExpression(MemberBindingExpressionSyntax node)
    {
        if (_present.Count == 0)
        {
            return base.VisitMemberBindingExpression(node);
        }

        if (Symbol(node) is IPropertySymbol property && Torch.HoldsTensor(property.ContainingType) && !Describing.Contains(property.Name))
        {
            return property.Name == "shape"
                ? Parse($"{names.Recorder}.Shape({_present.Peek().Name})")
                : Parse(Out(
                    $"Tensor.get_{property.Name}(this)",
                    $"{names.Recorder}.In<{CSharpText.Type(_present.Peek().Type)}>({_present.Peek().Name}).{node.Name}"));
        }

        return Parse($"{_present.Peek().Name}.{node.Name}");
    }

    public override SyntaxNode? VisitElementBindingExpression(ElementBindingExpressionSyntax node)
        => _present.Count == 0 ? base.VisitElementBindingExpression(node)
            : Symbol(node) is IPropertySymbol property
                && Torch.HoldsTensor(
                    property.ContainingType) ? throw Unrecordable(node, "an index behind '?' is not recorded: write it as a condition")
            : Parse($"{_present.Peek().Name}[{string.Join(", ", node.ArgumentList.Arguments.Select(argument => Text(argument)))}]");

    private (string Test, string Access) Present(ConditionalAccessExpressionSyntax node)
    {
        var tested = Text(node.Expression);
        var type = TypeOf(node.Expression) ?? throw Unrecordable(node, "this use of '?.' is not recorded");
        var plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }
            ? inner
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var name = $"present{_presents++}";
        _present.Push((name, plain));
        var access = Text(node.WhenNotNull);
        _present.Pop();
        return ($"{tested} is {{ }} {name}", access);
    }

    // An operator between two tensors, or a tensor and a number.
    private string Calculated(IMethodSymbol called, string left, string sign, string right)
        => Out($"Tensor.{called.Name}({called.Parameters[0].Name}, {called.Parameters[1].Name})", $"{left} {sign} {right}");

    private IMethodSymbol? Operator(ExpressionSyntax node)
        => Symbol(node) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } called && Torch.HoldsTensor(called.ContainingType)
            ? called
            : null;

    // An operator that this project declares, and that does something with tensors: a call of its recorded copy.
    private ExpressionSyntax? SourceOperator(ExpressionSyntax node, params ExpressionSyntax[] operands)
    {
        if (Symbol(node) is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } called || !Session.IsSource(called)
            || !Session.Touches(called))
        {
            return null;
        }

        if (called.IsVirtual || called.IsAbstract)
        {
            throw Unrecordable(node, $"the operator '{called.Name}' is that of a type argument");
        }

        return Parse(
            $"{Callee(methods.Of(called), called)}({names.Recorder}, {string.Join(", ", operands.Select(operand => Text(operand)))})");
    }

    private string Operand(ExpressionSyntax expression)
        => In(expression, ConvertedTypeOf(expression)) ?? throw Unrecordable(expression, "an operand of this type is not recorded");

    private bool IsTensorIndexer(ElementAccessExpressionSyntax node)
        => Symbol(node) is IPropertySymbol { IsIndexer: true } property && Torch.HoldsTensor(property.ContainingType);

    private bool IsShape(MemberAccessExpressionSyntax node)
        => node.Name.Identifier.ValueText == "shape" && Symbol(node) is IPropertySymbol property
            && Torch.HoldsTensor(property.ContainingType);

    private (string Text, string Site) Indexed(ElementAccessExpressionSyntax node, string function)
    {
        var property = (IPropertySymbol)Symbol(node)!;
        var arguments = Arguments(node.ArgumentList.Arguments, property.Parameters);
        if (arguments.Taken.Count != arguments.Texts.Count)
        {
            throw Unrecordable(node, "an index of this type is not recorded");
        }

        var take = function == "set_Item" ? "InChanged" : "In";
        var indexed = In(node.Expression, ConvertedTypeOf(node.Expression), take)
            ?? throw Unrecordable(node.Expression, "an operand of this type is not recorded");
        return ($"{indexed}[{arguments.Text}]", $"Tensor.{function}(this, {string.Join(", ", arguments.Taken)}");
    }

    private ExpressionSyntax SetItem(ElementAccessExpressionSyntax target, string value)
    {
        var (text, site) = Indexed(target, "set_Item");
        return Parse(Out($"{site}, value)", $"{text} = {names.Recorder}.In<{CSharpText.Type(Torch.Tensor)}>({value})"));
    }

    // Whether reading it twice is the same as reading it once.
    private static bool IsRepeatable(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax or LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsRepeatable(access.Expression),
        ElementAccessExpressionSyntax access
            => IsRepeatable(access.Expression) && access.ArgumentList.Arguments.All(static argument => IsRepeatable(argument.Expression)),
        RangeExpressionSyntax range
            => (range.LeftOperand is null || IsRepeatable(range.LeftOperand))
                && (range.RightOperand is null || IsRepeatable(range.RightOperand)),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression or (int)SyntaxKind.UnaryMinusExpression } index
            => IsRepeatable(index.Operand),
        _ => false,
    };

    private bool IsRecorded(SyntaxNode node)
        => node.DescendantNodesAndSelf().Any(inner => inner switch
        {
            InvocationExpressionSyntax
                => Symbol(inner) is IMethodSymbol called
                    && (IsModuleCall(called) || (called.MethodKind == MethodKind.DelegateInvoke && HoldsTensors(called)) || IsNoted(called)
                        || (Session.IsSource(called.ReducedFrom ?? called) && called.MethodKind != MethodKind.LocalFunction
                            && Session.Touches(called.ReducedFrom ?? called))),
            ElementBindingExpressionSyntax => Symbol(inner) is IPropertySymbol property && Torch.HoldsTensor(property.ContainingType),
            MemberBindingExpressionSyntax
                => Symbol(inner) is IPropertySymbol property && Torch.HoldsTensor(property.ContainingType) && property.Name == "shape",
            _ => false,
        });
}
