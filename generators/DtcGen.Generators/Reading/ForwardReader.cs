using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Expressions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading;

/// <summary>Reads one method, <c>forward</c> or a helper, of one module: its statements in order, its expressions by a table.</summary>
internal sealed class ForwardReader(ReadingSession session, NestedModule module)
{
    // Asked in order; the first that recognises the expression answers. To read more of C# or of TorchSharp is to add a row.
    private static readonly ImmutableArray<Func<ForwardReader, IOperation, ReadValue?>> Recognisers =
    [
        Wrappers.Recognise,
        Variables.Recognise,
        Assignments.Recognise,
        Fields.Recognise,
        Sequences.Recognise,
        Choices.Recognise,
        ModuleCalls.Recognise,
        DisposeScopes.Recognise,
        FunctionCalls.Recognise,
        ConcatenationCalls.Recognise,
        Sizes.Recognise,
        SequenceItems.Recognise,
        TensorIndices.Recognise,
        ParameterCalls.Recognise,
        ModuleLists.Recognise,
        Arithmetic.Recognise,
        HelperMethods.Recognise,
        Scalars.Recognise,
    ];

    private readonly Dictionary<ISymbol, ReadValue> _variables = new(SymbolEqualityComparer.Default);
    private bool _asksForTraining;

    public ReadingSession Session { get; } = session;

    /// <summary>The module whose method is read.</summary>
    public NestedModule Module { get; } = module;

    /// <summary>Reads a method's body.</summary>
    /// <param name="method">The method, of <see cref="Module"/> or of a type it derives from.</param>
    /// <param name="arguments">What its parameters stand for.</param>
    /// <param name="call">The call, or null for the model's own <c>forward</c>.</param>
    public ReadValue ReadMethod(IMethodSymbol method, ImmutableArray<ReadValue> arguments, IOperation? call)
    {
        method = method.PartialImplementationPart ?? method;
        if (Session.Declaration(method) is not { } declaration
            || Session.Operation(declaration) is not IMethodBodyOperation operation
            || (operation.BlockBody ?? operation.ExpressionBody) is not { } body)
        {
            return call is null
                ? Session.Fail()
                : Unreadable(call, $"a method whose source is in this project, but '{method.Name}' is not");
        }

        if (arguments.Length != method.Parameters.Length
            || method.Parameters.Any(static parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
        {
            return Unreadable(call ?? operation, $"'{method.Name}' to take its arguments by value");
        }

        if (!Session.Enter())
        {
            return Unreadable(call ?? operation, "calls that come to an end, but these nest without one");
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            _variables[method.Parameters[i]] = arguments[i];
        }

        var result = ReadBlock(body);
        Session.Leave();
        if (_asksForTraining && Untouched(body) is { } untouched)
        {
            return Unreadable(untouched, "no layer, weight or method that only training uses: its neurons could not leave with the others");
        }

        return result ?? Unreadable(call ?? operation, "a method that returns what it computes");
    }

    /// <summary>Notes that a condition is true or false because the model is read as it is in evaluation mode.</summary>
    public void NoteTraining() => _asksForTraining = true;

    public ReadValue Read(IOperation operation)
    {
        Session.Touched.Add(operation.Syntax);
        foreach (var recognise in Recognisers)
        {
            if (recognise(this, operation) is { } value)
            {
                return Checked(operation, value);
            }
        }

        return operation is IInvalidOperation || operation.Type is IErrorTypeSymbol
            ? Session.Fail()
            : operation.Type is { SpecialType: not SpecialType.None } ? Unreadable(
                operation, "a number, truth value or text that is known at compile time")
            : Unreadable(
                operation,
                "a call of a layer, an activation, flatten, dropout, softmax, a method of this class, or tensors added, subtracted, multiplied or divided");
    }

    /// <summary>Reads an expression that must be a tensor; null when it is not, which is reported.</summary>
    public TensorValue? ReadTensor(IOperation operation)
    {
        switch (Read(operation))
        {
            case TensorValue tensor:
                return tensor;
            case UnreadableValue:
                return null;
            default:
                Unreadable(operation, "a tensor");
                return null;
        }
    }

    /// <summary>Reads an expression that must be a number, truth value or string; null when it is not, which is reported.</summary>
    public Argument? ReadArgument(IOperation operation, string expected = "a constant")
    {
        switch (Read(operation))
        {
            case ScalarValue scalar:
                return new Argument(scalar.Text, scalar.IsConstant ? Constants.ToInteger(scalar.Constant) : null);
            case UnreadableValue:
                return null;
            default:
                Unreadable(operation, expected);
                return null;
        }
    }

    public ReadValue Unreadable(IOperation at, string expected) => Session.Report(Descriptors.Unreadable, at, expected);

    public ReadValue? Variable(ISymbol symbol) => _variables.TryGetValue(symbol, out var value) ? value : null;

    public void SetVariable(ISymbol symbol, ReadValue value) => _variables[symbol] = value;

    /// <summary>The constants that parameters stand for in this method and in the module's constructor.</summary>
    public bool TryConstant(IOperation operation, out object? value) => Constants.TryRead(operation, Module.Bindings, out value);

    // What was recognised, unless it stands for less than the source says.
    private ReadValue Checked(IOperation operation, ReadValue value)
        => Session.Graph.TakeFault() is { } fault ? Unreadable(operation, fault)
            : value is TensorValue tensor && Session.Graph.IsSpoiled(tensor) ? Unreadable(operation, GraphBuilder.UnspoiledTensor)
            : value is not (UnreadableValue or ScalarValue or SizeValue)
                && TensorCall.Of(this, operation)?.Unheeded() is { } unheeded ? Unreadable(
                    unheeded, "no argument that the generator does not read")
            : value;

    private IOperation? Untouched(IOperation body)
        => body.Descendants().FirstOrDefault(part => !Session.Touched.Contains(part.Syntax) && part switch
        {
            IFieldReferenceOperation field
                => Session.Torch.IsModule(field.Type) || (field.Type is { } type && Session.Torch.HoldsTensor(type)),
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property
                => Session.Torch.IsModule(property.Type) || (property.Type is { } type && Session.Torch.HoldsTensor(type)),
            IInvocationOperation call => Session.IsDeclared(call.TargetMethod),
            _ => false,
        });

    // What the block returns, or null when it runs to its end.
    private ReadValue? ReadBlock(IBlockOperation block)
    {
        foreach (var statement in block.Operations)
        {
            if (ReadStatement(statement) is { } returned)
            {
                return returned;
            }
        }

        return null;
    }

    private ReadValue? ReadStatement(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ReadBlock(block);
            case IReturnOperation { ReturnedValue: { } value }:
                return Read(value);
            case IExpressionStatementOperation expression:
                Read(expression.Operation);
                return null;
            case IVariableDeclarationGroupOperation declarations:
                Declare(declarations);
                return null;
            case IUsingDeclarationOperation declaration:
                Declare(declaration.DeclarationGroup);
                return null;
            case IUsingOperation block:
                return ReadUsing(block);
            case IConditionalOperation choice when Conditions.Decide(this, choice.Condition) is { } condition:
                return (condition ? choice.WhenTrue : choice.WhenFalse) is { } taken ? ReadStatement(taken) : null;
            case IForEachLoopOperation loop:
                return ReadLoop(loop);
            case IEmptyOperation or ILocalFunctionOperation:
                return null;
            case IConditionalOperation choice:
                return Conditions.Undecided(this, choice.Condition);
            case IInvalidOperation:
                return Session.Fail();
            default:
                return Unreadable(statement, "a declaration, an assignment, a call or a return");
        }
    }

    private ReadValue? ReadUsing(IUsingOperation block)
    {
        if (block.Resources is IVariableDeclarationGroupOperation declarations)
        {
            Declare(declarations);
        }
        else
        {
            Read(block.Resources);
        }

        return ReadStatement(block.Body);
    }

    // A loop over modules is read once for each of them.
    private ReadValue? ReadLoop(IForEachLoopOperation loop)
    {
        var collection = Read(loop.Collection);
        if (collection is ModuleValue { Module: UnknownModule unknown })
        {
            return Session.Report(unknown, loop.Collection);
        }

        var items = collection switch
        {
            ModuleValue { Module: ModuleListModule list } => list.Items,
            ModuleValue { Module: SequentialModule sequential } => sequential.Items,
            UnreadableValue => ImmutableArray<ReadModule>.Empty,
            _ => default,
        };
        if (items.IsDefault || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var variable })
        {
            return Unreadable(loop.Collection, "a ModuleList to walk");
        }

        foreach (var item in items)
        {
            _variables[variable] = new ModuleValue(item);
            if (ReadStatement(loop.Body) is { } returned)
            {
                return returned;
            }
        }

        return null;
    }

    private void Declare(IVariableDeclarationGroupOperation declarations)
    {
        foreach (var declarator in declarations.Declarations.SelectMany(static declaration => declaration.Declarators))
        {
            if (declarator.GetVariableInitializer() is { } initialiser)
            {
                _variables[declarator.Symbol] = declarator.Symbol.RefKind == RefKind.None
                    ? Read(initialiser.Value)
                    : Unreadable(declarator, "a variable with a value of its own");
            }
        }
    }
}
