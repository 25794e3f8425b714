using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

// Calls of methods, modules and delegates.
internal sealed partial class MethodRewriter
{
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (Symbol(node) is not IMethodSymbol called)
        {
            // nameof, or what the compiler reports itself.
            return node.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } ? node : base.VisitInvocationExpression(node);
        }

        if (called.MethodKind == MethodKind.LocalFunction)
        {
            return base.VisitInvocationExpression(node);
        }

        if (called.MethodKind == MethodKind.DelegateInvoke)
        {
            return HoldsTensors(called) ? DelegateCall(node, called) : base.VisitInvocationExpression(node);
        }

        if (IsModuleCall(called) && node.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } outside
            && !Session.IsSource(called))
        {
            throw Unrecordable(outside, "'base' is a class of another project here, whose code cannot be called from outside");
        }

        if (IsModuleCall(called))
        {
            return ModuleCall(node, called);
        }

        if (Session.IsSource(called.ReducedFrom ?? called))
        {
            return SourceCall(node, called) ?? base.VisitInvocationExpression(node);
        }

        if (Session.IsTorchSharp(called) && !called.IsStatic && Torch.HoldsTensor(called.ContainingType)
            && Receiver(node.Expression) is { } sized && SizeCall(node, called, sized.Text) is { } size)
        {
            return size;
        }

        return IsNoted(called) ? FunctionCall(node, called) : base.VisitInvocationExpression(node);
    }

    private bool HoldsTensors(IMethodSymbol called)
        => Session.HoldsTensors(called.ReturnType) || called.Parameters.Any(parameter => Session.HoldsTensors(parameter.Type))
            || (!called.IsStatic && Session.HoldsTensors(called.ContainingType));

    // What a library does with tensors; lists and the like of the system only hold them.
    private bool IsNoted(IMethodSymbol called)
        => called.Name != "Dispose" && HoldsTensors(called.ReducedFrom ?? called)
            && (Session.IsTorchSharp(called) || !IsOfSystem(called.ContainingNamespace));

    private static bool IsOfSystem(INamespaceSymbol scope)
    {
        while (scope.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            scope = outer;
        }

        return scope.Name == "System";
    }

    private bool IsModuleCall(IMethodSymbol called)
        => called is { Name: "call" or "forward", IsStatic: false } && !Session.IsSource(called) && Torch.IsModule(called.ContainingType);

    private ExpressionSyntax ModuleCall(InvocationExpressionSyntax node, IMethodSymbol called)
    {
        if (Receiver(node.Expression) is not var (receiver, type, access))
        {
            // call(x) on the object itself.
            return SelfCall(node, called);
        }

        if (!IsNameable(type))
        {
            throw Unrecordable(access, $"the type '{type.Name}' is private: make the class partial");
        }

        var module = CSharpText.Type(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        var result = CSharpText.Type(called.ReturnType);
        return Parse(
            $"{names.Recorder}.Module<{module}, {result}>({receiver}, {ModuleArguments(node, called, access.Identifier.ValueText)})");
    }

    private ExpressionSyntax SelfCall(InvocationExpressionSyntax node, IMethodSymbol called)
        => Parse(
            $"{names.Recorder}.Module<{CSharpText.Type(method.ContainingType)}, {CSharpText.Type(called.ReturnType)}>({names.Self}, {ModuleArguments(node, called, called.Name)})");

    private string ModuleArguments(InvocationExpressionSyntax node, IMethodSymbol called, string name)
    {
        var arguments = node.ArgumentList.Arguments;
        if (arguments.Any(static argument => argument.NameColon is not null)
            && arguments.Select((argument, i) => CallSites.Parameter(argument, i, called.Parameters)?.Ordinal ?? i)
                .Select((ordinal, i) => ordinal != i)
                .Any(static other => other))
        {
            throw Unrecordable(node, "a module's arguments by name in another order are not recorded: give them in order");
        }

        var given = arguments.Select((argument, i) => Boxed(argument.Expression, called.Parameters[i].Type)).ToList();
        for (var i = given.Count; i < called.Parameters.Length; i++)
        {
            given.Add(
                $"(object?)({(called.Parameters[i].ExplicitDefaultValue is { } value ? CSharpText.Literal(value) : $"default({CSharpText.Type(called.Parameters[i].Type)})")})");
        }

        var passed = called.Parameters.Select((parameter, i) => $"({CSharpText.Type(parameter.Type)})arguments[{i}]!");
        return $"static (module, arguments) => module.{name}({string.Join(", ", passed)}){string.Concat(given.Select(static text => $", {text}"))}";
    }

    // Of an array, the compiler would take the items.
    private string Boxed(ExpressionSyntax expression, ITypeSymbol type)
        => Torch.IsTensor(type) && HasOwnType(expression, type) ? Text(expression) : $"(object?)({Converted(expression, type)})";

    // What is passed as an object must have the parameter's type first: null, new() and the like have none of their own.
    private string Converted(ExpressionSyntax expression, ITypeSymbol type) => $"({CSharpText.Type(type)})({Text(expression)})";

    private ExpressionSyntax DelegateCall(InvocationExpressionSyntax node, IMethodSymbol called)
    {
        var first = node.Expression switch
        {
            MemberBindingExpressionSyntax
                when _present.Count > 0 && IsNameable(_present.Peek().Type)
                    => $"{names.Recorder}.In<{CSharpText.Type(_present.Peek().Type)}>({_present.Peek().Name})",
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access => In(access.Expression, TypeOf(access.Expression)),
            var other => In(other, TypeOf(other)),
        } ?? throw Unrecordable(node, "a delegate of this type is not recorded");
        var (texts, taken, given) = Arguments(node.ArgumentList.Arguments, called.Parameters, "InKept");
        var call = $"{first}({string.Join(", ", texts)})";
        return Noted(node, called, CallSites.Text("delegate", "Invoke", ["this", .. taken], called.Parameters, given), call);
    }

    // A call of a library's function: its operands go in, its result comes out.
    private ExpressionSyntax FunctionCall(InvocationExpressionSyntax node, IMethodSymbol called)
    {
        var taken = new List<string>();
        var take = Session.IsTorchSharp(called) ? "In" : "InKept";
        string callee;
        if ((!called.IsStatic || called.ReducedFrom is not null) && Receiver(node.Expression) is var (text, type, name))
        {
            // What a call changes was something else before it.
            var receives = take == "In" && called.Name.Length > 1 && called.Name.EndsWith("_", StringComparison.Ordinal)
                ? "InChanged"
                : take;
            var receiver = IsNameable(type) && !type.IsRefLikeType ? $"{names.Recorder}.{receives}({text})" : null;
            if (receiver is not null)
            {
                taken.Add("this");
            }

            callee = $"{receiver ?? text}.{name}";
        }
        else
        {
            callee = Text(node.Expression);
        }

        var arguments = Arguments(node.ArgumentList.Arguments, called.Parameters, take, IsUnguarded(called) ? "InProduct" : take);
        var site = CallSites.Text(
            called.ContainingType.Name, called.Name, [.. taken, .. arguments.Taken], called.Parameters, arguments.Given);
        return Noted(node, called, site, $"{callee}({arguments.Text})");
    }

    // Whether TorchSharp ends the process where the sizes of the last operand do not fit those of the one before.
    private bool IsUnguarded(IMethodSymbol called) => called.Name == "matmul" && Session.IsTorchSharp(called);

    private ExpressionSyntax Noted(SyntaxNode node, IMethodSymbol called, string site, string call)
    {
        if (!called.ReturnsVoid)
        {
            return called.ReturnType.IsRefLikeType
                ? throw Unrecordable(node, "a function that gives a span of a tensor's memory is not recorded")
                : Parse(Out(site, call));
        }

        return Parse($"{names.Recorder}.Do(() => {call}, {CSharpText.Literal(site)})");
    }

    // What stands before the dot, or before the question mark of a conditional access.
    private (string Text, ITypeSymbol Type, SimpleNameSyntax Name)? Receiver(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax access when TypeOf(access.Expression) is { } type => (Text(access.Expression), type, access.Name),
        MemberBindingExpressionSyntax binding when _present.Count > 0 => (_present.Peek().Name, _present.Peek().Type, binding.Name),
        _ => null,
    };

    private ExpressionSyntax? SizeCall(InvocationExpressionSyntax node, IMethodSymbol called, string tensor)
    {
        var arguments = node.ArgumentList.Arguments;
        return called.Name switch
        {
            "size" when arguments.Count == 0 => Parse($"{names.Recorder}.Shape({tensor})"),
            "size" => Parse($"{names.Recorder}.SizeAt({tensor}, {Text(arguments[0].Expression)})"),
            "numel" => Parse($"{names.Recorder}.Counted({tensor}).numel()"),
            _ => null,
        };
    }

    // A method of this project that does something with tensors, or that the recorded code cannot call: its recorded copy.
    private ExpressionSyntax? SourceCall(InvocationExpressionSyntax node, IMethodSymbol called)
    {
        var target = called.ReducedFrom ?? called;
        var isExtension = called.ReducedFrom is not null;
        if (!Session.Touches(target) && holder.CanName(target)
            && (node.Expression is not MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax }))
        {
            return null;
        }

        if (target is { IsStatic: true } and ({ IsVirtual: true } or { IsAbstract: true }))
        {
            throw Unrecordable(node, $"'{target.Name}' is a static member of an interface, and the type argument decides which");
        }

        var receiver = Receiver(node.Expression)?.Text;
        var written = (node.Expression as MemberAccessExpressionSyntax)?.Expression;
        var isBase = written is BaseExpressionSyntax;
        var isOverridable = !isBase && !target.IsStatic
            && (target.IsVirtual || target.IsAbstract || target.IsOverride || target.ContainingType.TypeKind == TypeKind.Interface)
            && !target.IsSealed && !target.ContainingType.IsSealed;
        if (isOverridable && called.IsGenericMethod)
        {
            throw Unrecordable(node, $"'{target.Name}' is generic and may be overridden");
        }

        var recorded = isOverridable ? methods.Dispatcher(target) : methods.Of(target);
        var arguments = new List<string> { names.Recorder };
        if (isExtension)
        {
            arguments.Add(receiver!);
        }
        else if (!target.IsStatic)
        {
            arguments.Add(receiver is null || written is BaseExpressionSyntax or ThisExpressionSyntax ? names.Self : receiver);
        }

        arguments.AddRange(node.ArgumentList.Arguments.Select(argument => Text(argument)));
        return Parse($"{Callee(recorded, called)}({string.Join(", ", arguments)})");
    }

    private string Callee(RecordedMethod recorded, IMethodSymbol called)
    {
        var generics = new List<ITypeSymbol>();
        if (!recorded.Holder.IsInside)
        {
            var owners = new Stack<INamedTypeSymbol>();
            for (var type = called.ContainingType; type is not null; type = type.ContainingType)
            {
                owners.Push(type);
            }

            generics.AddRange(owners.SelectMany(static owner => owner.TypeArguments));
        }

        generics.AddRange(called.TypeArguments);
        var name = $"{recorded.Holder.FullName(called.ContainingType)}.{recorded.Name}";
        return generics.Count == 0 ? name : $"{name}<{string.Join(", ", generics.Select(CSharpText.Type))}>";
    }
}
